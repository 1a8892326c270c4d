using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DolibarrAgent.Intake;

/// <summary>What a PDF's object says, behind the references that lead to it.</summary>
internal static class PdfTokens
{
    private const int MostHops = 8;

    /// <summary>The object; null where there is none, or references lead in a circle.</summary>
    public static IToken? Resolve(IToken? token, IPdfTokenScanner scanner)
    {
        for (var hop = 0; hop < MostHops && token is IndirectReferenceToken reference; hop++)
        {
            token = scanner.Get(reference.Data)?.Data;
        }
        return token is IndirectReferenceToken ? null : token;
    }

    /// <summary>The member of a dictionary.</summary>
    public static IToken? Get(this DictionaryToken dictionary, string name, IPdfTokenScanner scanner) =>
        Resolve(dictionary.Data.GetValueOrDefault(name), scanner);
}
