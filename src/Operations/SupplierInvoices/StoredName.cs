using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>The name under which a file is stored, chosen so that Dolibarr changes nothing in it: plain letters, digits, point, hyphen, underscore.</summary>
public static partial class StoredName
{
    private const int MaxLength = 100;

    /// <summary>What Dolibarr takes for a program, and stores under another name (core/lib/functions.lib.php, isAFileWithExecutableContent).</summary>
    private static readonly ImmutableArray<string> Programs =
    [
        ".htm", ".html", ".shtml", ".js", ".phar", ".php", ".php3", ".php4", ".php5", ".phtml", ".pht", ".pl", ".py", ".cgi",
        ".ksh", ".sh", ".bash", ".bat", ".cmd", ".wpk", ".exe", ".dmg", ".appimage",
    ];

    public static string Of(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in PlainLetters.Of(name))
        {
            plain.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_');
        }
        var stored = plain.ToString();
        var dot = stored.LastIndexOf('.');
        var (stem, ending) = dot > 0 && stored.Length - dot is > 1 and <= 6 ? (stored[..dot], stored[dot..]) : (stored, "");
        stem = Repeated().Replace(stem, "_").Trim('.', '_');
        var kept = stem[..Math.Min(stem.Length, MaxLength - ending.Length)].TrimEnd('.');
        var whole = (kept.Length == 0 ? "document" : kept) + ending.ToLowerInvariant();
        return Programs.Any(program => whole.EndsWith(program, StringComparison.OrdinalIgnoreCase)) ? whole + ".noexe" : whole;
    }

    // Two hyphens could be an option of a command, two points a folder: Dolibarr takes both out.
    [GeneratedRegex(@"\.\.|--+")]
    private static partial Regex Repeated();
}
