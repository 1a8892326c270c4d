using System.Text;

namespace DolibarrAgent.Dolibarr;

/// <summary>Texts brought to one spelling, to compare what was asked for with what came back.</summary>
internal static class Folded
{
    /// <summary>A legal identifier: letters and digits only, upper case. Suppliers and clerks space them as they like.</summary>
    public static string Identifier(string text) =>
        string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(rune => Rune.ToUpperInvariant(rune).ToString()));

    /// <summary>A reference: trimmed, every run of white space one space, the no-break spaces of mail and PDF too.</summary>
    public static string Reference(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                folded.Append(rune.ToString());
            }
            else if (folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString();
    }
}
