namespace DolibarrAgent.Settings;

/// <summary>Finds the name that somebody may have meant.</summary>
public static class Likeness
{
    /// <summary>A slip of the fingers, and not another word.</summary>
    private const int Slips = 2;

    /// <summary>The known name that a name is a slip away from; null where it is one of them, or like none.</summary>
    /// <param name="name">As somebody wrote it.</param>
    /// <param name="known">What there is.</param>
    public static string? Nearest(string name, IReadOnlyCollection<string> known) => known.Contains(name)
        ? null
        : known.Select(one => (Name: one, Distance: Distance(name.ToUpperInvariant(), one.ToUpperInvariant())))
            .Where(one => one.Distance <= Slips).OrderBy(one => one.Distance).Select(one => one.Name).FirstOrDefault();

    /// <summary>How many letters are to be added, taken out or replaced: Levenshtein's distance.</summary>
    private static int Distance(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            }

            before = row;
        }

        return before[^1];
    }
}
