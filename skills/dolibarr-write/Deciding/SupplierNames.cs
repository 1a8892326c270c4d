using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Names of companies compared as a reader takes them in. A likeness proves nothing; it is shown.</summary>
internal static class SupplierNames
{
    private const int ShortestWord = 4;
    private const int MostSearches = 3;
    private const int MostShown = 5;

    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "sa", "sas", "sasu", "sarl", "eurl", "sci", "scop", "snc", "ei", "gmbh", "ag", "kg", "ug", "ltd", "limited", "llc", "inc", "plc", "bv", "nv", "srl", "spa", "sprl", "societe",
    };

    /// <summary>The same but for case, blanks, accents and punctuation.</summary>
    public static bool AreSame(string one, string other) => string.Concat(Words(one)) == string.Concat(Words(other));

    /// <summary>The same, or nearly: without the legal form, one in the other, or a letter or two apart.</summary>
    public static bool AreAlike(string one, string other)
    {
        var (a, b) = (Core(one), Core(other));
        if (a.Length == 0 || b.Length == 0)
        {
            return false;
        }
        return a == b
            || (Math.Min(a.Length, b.Length) >= ShortestWord && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)))
            || Distance(a, b) <= (Math.Min(a.Length, b.Length) >= 8 ? 2 : 1);
    }

    /// <summary>Those on file whose name is alike, at most five.</summary>
    public static async Task<Result<ImmutableArray<ThirdParty>>> AlikeAsync(string name, DolibarrReader read, CancellationToken cancel)
    {
        var found = new SortedDictionary<long, ThirdParty>();
        foreach (var word in Searched(name))
        {
            var answer = await read.ThirdParties.SearchByNameAsync(word, cancel);
            if (answer is not Answer<ImmutableArray<ThirdParty>>.Ok { Value: var parties })
            {
                return answer.ToResult("supplier");
            }
            foreach (var party in parties.Where(p => AreAlike(name, p.Name)))
            {
                found[party.Id] = party;
            }
        }
        return Result.Ok<ImmutableArray<ThirdParty>>([.. found.Values.Take(MostShown)]);
    }

    /// <summary>The longest words, as written and without accents: an imitation keeps at least one of them.</summary>
    private static IEnumerable<string> Searched(string name)
    {
        var words = name.Split([' ', '\t', '-', '.', ',', '\u00a0', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(char.IsLetterOrDigit)))
            .Where(word => word.Length > 0 && !LegalForms.Contains(Plain(word)))
            .OrderByDescending(word => word.Length)
            .ToList();
        var long_ = words.Where(word => word.Length >= ShortestWord).Take(MostSearches).ToList();
        return (long_.Count > 0 ? long_ : words.Take(1)).SelectMany(word => new[] { word, PlainLetters.Of(word) }).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static string Core(string name) => string.Concat(Words(name).Where(word => !LegalForms.Contains(word)));

    private static IEnumerable<string> Words(string name) =>
        string.Concat(Plain(name).Select(c => char.IsLetterOrDigit(c) ? c : c is '.' or '\'' ? '\0' : ' ')).Replace("\0", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string text) => PlainLetters.Of(text).ToLowerInvariant();

    /// <summary>Levenshtein's distance: letters put in, left out or changed.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = left = Math.Min(cost, Math.Min(diagonal, left) + 1);
            }
        }
        return row[other.Length];
    }
}
