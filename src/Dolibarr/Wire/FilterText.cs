using System.Text;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Which texts a filter carries, and the pattern for those that it does not. Quotes, parentheses and backslashes break
/// the syntax or never match; the firewall refuses words of SQL and of scripts, even spread over the values of one filter.
/// </summary>
internal static class FilterText
{
    // Contained in any word, in any case. The first group is hunted by the firewall, the second is rewritten on the way
    // to the database, the third is replaced by Dolibarr.
    private static readonly string[] Hunted =
    [
        "delete", "create", "insert", "select", "union", "update", "updatexml", "information_schema", "from", "into", "dual", "outfile",
        "dumpfile", "user", "set", "base", "href", "script", "constructor", "data",
        "separator", "concat", "string_agg", "alter", "drop", "table", "signed", "like",
        "__now__", "__user_id__",
    ];

    /// <summary>Whether the text can stand between quotes and still mean itself.</summary>
    public static bool CanCarry(string text) => text.EnumerateRunes().All(IsCarried) && !IsHunted(text);

    /// <summary>A pattern that matches the text: <c>_</c> for each character that is not carried, <c>%</c> for white space.</summary>
    public static string Pattern(string text)
    {
        var hidesVowels = IsHunted(text);
        var pattern = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                pattern.Append(pattern.Length > 0 && pattern[^1] == '%' ? "" : "%");
            }
            else
            {
                pattern.Append(IsCarried(rune) && !(hidesVowels && IsVowel(rune)) ? rune.ToString() : "_");
            }
        }

        return pattern.ToString();
    }

    /// <summary>The pattern of each character by itself.</summary>
    public static IEnumerable<string> PatternOfEach(string text) =>
        text.EnumerateRunes().Select(rune => IsCarried(rune) && !Rune.IsWhiteSpace(rune) ? rune.ToString() : "_");

    private static bool IsCarried(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '.' or '/' or '@' or '+' or ',';

    private static bool IsHunted(string text) =>
        text.Contains("@@", StringComparison.Ordinal) || Hunted.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsVowel(Rune rune) => "aeiouyAEIOUY@".Contains((char)rune.Value, StringComparison.Ordinal);
}
