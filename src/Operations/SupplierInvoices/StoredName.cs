using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>The name under which a file is stored, chosen so that Dolibarr changes nothing in it: plain letters, digits, point, hyphen, underscore.</summary>
public static class StoredName
{
    private const int MaxLength = 100;

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
        stem = stem.Replace("..", "_", StringComparison.Ordinal).Trim('.', '_');
        return (stem.Length == 0 ? "document" : stem[..Math.Min(stem.Length, MaxLength - ending.Length)]) + ending.ToLowerInvariant();
    }
}
