using System.Collections.Frozen;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>Whether a person could take one third party's name for another's.</summary>
internal static class PartyNames
{
    private const int ShortestWord = 4;
    private const int MostWords = 3;

    private static readonly FrozenSet<string> LegalForms =
        new[] { "sa", "sas", "sasu", "sarl", "eurl", "sci", "scop", "snc", "ei", "gmbh", "ag", "kg", "ug", "ltd", "limited", "llc", "inc", "plc", "bv", "nv", "srl", "spa", "sprl", "societe" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words to look for: the longest of the name, as written and without accents. An imitation keeps one of them.</summary>
    public static IEnumerable<string> ToSearch(string name)
    {
        var words = name.Split([' ', '\t', '-', '.', ',', '\u00a0', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !LegalForms.Contains(Plain(word))).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).ToList();
        var telling = words.Where(word => word.Length >= ShortestWord).Take(MostWords).ToList();
        return (telling.Count > 0 ? telling : words.Take(1)).SelectMany(word => new[] { word, PlainLetters.Of(word) });
    }

    /// <summary>The same but for legal form, case, accents and signs; one in the other; or a letter or two apart.</summary>
    public static bool AreAlike(string one, string other)
    {
        var (a, b) = (Core(one), Core(other));
        var shorter = Math.Min(a.Length, b.Length);
        return shorter > 0 && (a == b
            || (shorter >= ShortestWord && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)))
            || Distance(a, b) <= (shorter >= 2 * ShortestWord ? 2 : shorter >= ShortestWord ? 1 : 0));
    }

    private static string Core(string name)
    {
        var words = string.Concat(Plain(name).Where(c => c is not ('.' or '\'')).Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Where(word => !LegalForms.Contains(word)));
    }

    private static string Plain(string text) => PlainLetters.Of(text).ToLowerInvariant();

    /// <summary>How many letters must be put in, left out or changed to make one of the other.</summary>
    private static int Distance(string one, string other)
    {
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[^1];
    }
}
