using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DolibarrAgent.Simulator;

/// <summary>HTML entities as PHP's <c>htmlentities</c> writes them, single quotes left alone, for the letters of Latin-1.</summary>
internal static class Entities
{
    private const char FirstLetter = 'À';

    private static readonly ImmutableArray<string> Letters =
    [
        "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute",
        "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc",
        "Uuml", "Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute",
        "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml", "divide",
        "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
    ];

    public static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var letter in text)
        {
            encoded.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                >= FirstLetter and <= 'ÿ' => $"&{Letters[letter - FirstLetter]};",
                _ => letter.ToString(CultureInfo.InvariantCulture),
            });
        }

        return encoded.ToString();
    }
}
