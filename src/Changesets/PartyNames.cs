using System.Collections.Frozen;

namespace DolibarrAgent.Changesets;

/// <summary>Names of companies compared as a reader takes them in. A likeness proves nothing; it is shown.</summary>
public static class PartyNames
{
    private const int ShortestWord = 4;
    private const int MostWords = 3;

    private static readonly FrozenSet<string> LegalForms =
        new[] { "sa", "sas", "sasu", "sarl", "eurl", "sci", "scop", "snc", "ei", "gmbh", "ag", "kg", "ug", "ltd", "limited", "llc", "inc", "plc", "bv", "nv", "srl", "spa", "sprl", "societe" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The same but for case, blanks, accents and punctuation.</summary>
    public static bool AreSame(string one, string other) => KeyOf(one) == KeyOf(other);

    /// <summary>What is left of a name without case, blanks, accents and punctuation: names that are the same have the same key.</summary>
    public static string KeyOf(string name) => string.Concat(Words(name));

    /// <summary>The same but for the legal form, where only one of them names one, or both the same: <c>Dupont</c> and <c>Dupont SARL</c>, and not <c>Dupont SAS</c>.</summary>
    public static bool AreSameCompany(string one, string other)
    {
        var (forms, theirs) = (Forms(one), Forms(other));
        return Core(one) is { Length: > 0 } core && core == Core(other) && (forms.Length == 0 || theirs.Length == 0 || forms == theirs);
    }

    /// <summary>The same, or of the same look, but for the legal form too; one in the other; or a letter or two apart. Names under four letters are alike only where they are the same.</summary>
    public static bool AreAlike(string one, string other) =>
        AreClose(Core(one), Core(other)) || AreClose(LookOf(one), LookOf(other));

    /// <summary>Different names that look the same: in letters of another script, in full-width ones, with invisible characters.</summary>
    public static bool LookTheSame(string one, string other) => Core(one) != Core(other) && LookOf(one) is { Length: > 0 } look && look == LookOf(other);

    /// <summary>What a name looks like without its legal form: the same for all that a reader takes for one another.</summary>
    public static string LookOf(string name) => Skeleton.Look(Core(Skeleton.Latin(name)));

    private static bool AreClose(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        return shorter > 0 && (a == b
            || (shorter >= ShortestWord && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)))
            || Distance(a, b) <= (shorter >= 2 * ShortestWord ? 2 : shorter >= ShortestWord ? 1 : 0));
    }

    /// <summary>The words to look for on a server: the longest of the name, as written, as it looks in Latin letters, and without accents. An imitation keeps one of them.</summary>
    public static IEnumerable<string> ToSearch(string name)
    {
        var written = Telling(Split(name)).SelectMany(word => new[] { word, PlainLetters.Of(word) });
        return written.Concat(Telling(Split(Skeleton.Latin(name)))).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static List<string> Telling(string[] all)
    {
        var words = all.Where(word => !LegalForms.Contains(Plain(word))).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).ToList();
        var telling = words.Where(word => word.Length >= ShortestWord).Take(MostWords).ToList();
        return telling.Count > 0 ? telling : [.. words.Take(1)];
    }

    private static string Core(string name) => string.Concat(Words(name).Where(word => !LegalForms.Contains(word)));

    private static string Forms(string name) => string.Concat(Words(name).Where(LegalForms.Contains).Order(StringComparer.Ordinal));

    /// <summary>Points and apostrophes part no words here: <c>S.A.R.L.</c> is a legal form.</summary>
    private static string[] Words(string name) => Split(string.Concat(Plain(name).Where(c => c is not ('.' or '\''))));

    private static string[] Split(string text) =>
        string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string text) => PlainLetters.Of(text).ToLowerInvariant();

    /// <summary>Levenshtein's distance: letters put in, left out or changed.</summary>
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
