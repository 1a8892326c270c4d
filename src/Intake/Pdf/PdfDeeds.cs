using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace DolibarrAgent.Intake;

/// <summary>
/// What a PDF would do when somebody opens it (ISO 32000-1, 12.6.4): all that the catalog leads to is looked at, so also
/// what is packed in object streams, or encrypted with a password that nobody needs. Links are not among it.
/// </summary>
internal sealed class PdfDeeds(Structure structure)
{
    /// <summary>What stands for everything where the document is too large to be looked through.</summary>
    public const string Unclear = "";

    private const string Code = "pdf-acts";
    private const string UnclearCode = "pdf-acts-unclear";
    private const int MostTokens = 3_000_000;

    private static readonly string[] Actions = ["JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "Movie", "Sound", "RichMediaExecute"];
    private static readonly string[] FileNameKeys = ["UF", "F"];
    private static readonly string[] Media = ["RichMedia", "Movie", "Sound", "3D"];

    private readonly SortedSet<string> found = new(StringComparer.Ordinal);
    private readonly HashSet<IndirectReference> seen = [];
    private readonly Stack<IToken> open = new();

    /// <summary>The names of what it does, each once, sorted.</summary>
    public IReadOnlyCollection<string> Find()
    {
        var left = MostTokens;
        open.Push(structure.Catalog.CatalogDictionary);
        while (open.TryPop(out var token))
        {
            if (left-- == 0)
            {
                found.Add(Unclear);
                break;
            }

            TryLook(token);
        }

        return found;
    }

    /// <summary>What a person is told of it.</summary>
    public static ImmutableArray<IntakeWarning> Warnings(IReadOnlyCollection<string> deeds, string file) =>
        deeds.Count == 0 ? []
        : deeds.Contains(Unclear) ? [new(UnclearCode, $"The PDF '{file}' is too large, or too damaged, to find out whether it does something when it is opened.")]
        : [new(Code, $"The PDF '{file}' does something when it is opened or clicked, which no invoice needs: {string.Join(", ", deeds)}. Open it only in a viewer that runs no scripts.")];

    public static bool IsOne(IntakeWarning warning) => warning.Code is Code or UnclearCode;

    // Whatever the reader throws on a hostile object says only that it is bad. It has no one exception for it.
#pragma warning disable CA1031
    private void TryLook(IToken token)
    {
        try
        {
            Look(token);
        }
        catch (Exception)
        {
            found.Add(Unclear);
        }
    }
#pragma warning restore CA1031

    private void Look(IToken token)
    {
        switch (token)
        {
            case IndirectReferenceToken reference when seen.Add(reference.Data):
                if (structure.GetObject(reference.Data)?.Data is { } target)
                {
                    open.Push(target);
                }

                break;
            case StreamToken stream:
                open.Push(stream.StreamDictionary);
                break;
            case ArrayToken array:
                foreach (var one in array.Data)
                {
                    open.Push(one);
                }

                break;
            case DictionaryToken dictionary:
                Judge(dictionary);
                foreach (var one in dictionary.Data.Values)
                {
                    open.Push(one);
                }

                break;
            default:
                break;
        }
    }

    private void Judge(DictionaryToken dictionary)
    {
        if (Name(dictionary, "S") is { } action && Actions.Contains(action))
        {
            found.Add(action);
        }

        if (Name(dictionary, "Subtype") is { } media && Media.Contains(media))
        {
            found.Add(media);
        }

        if (dictionary.Data.ContainsKey("JS") || dictionary.Data.ContainsKey("JavaScript"))
        {
            found.Add("JavaScript");
        }

        if (dictionary.Data.ContainsKey("XFA"))
        {
            found.Add("XFA");
        }

        if (dictionary.Data.ContainsKey("EF"))
        {
            found.UnionWith(FileNameKeys.Select(name => Text(dictionary, name)).Where(IsProgram).Select(name => $"the file {FileNames.Clean(name)}"));
        }
    }

    private static bool IsProgram(string? name) => name is not null && NameClaims.Of(name) is ContentKind.Program or ContentKind.WebPage;

    private string? Name(DictionaryToken dictionary, string key) => (Direct(dictionary, key) as NameToken)?.Data;

    private string? Text(DictionaryToken dictionary, string key) => Direct(dictionary, key) switch
    {
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        _ => null,
    };

    private IToken? Direct(DictionaryToken dictionary, string key)
    {
        var value = dictionary.Data.GetValueOrDefault(key);
        return value is IndirectReferenceToken reference ? structure.GetObject(reference.Data)?.Data : value;
    }
}
