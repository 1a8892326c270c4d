namespace DolibarrAgent.Shell;

/// <summary>What somebody may have meant who typed something that is not there.</summary>
public static class DidYouMean
{
    /// <summary>Of several as near, the first; null where none is near enough: a letter in three may be wrong, and one in short words.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="known">What there is.</param>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return known.Select(word => new Near(word, Distance(typed, word))).Where(near => near.Wrong <= Math.Max(1, typed.Length / 3))
            .MinBy(near => near.Wrong)?.Word;
    }

    /// <summary>How many letters are to be put in, taken out, changed, or swapped with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        var at = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                at[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(at[i - 1, j], at[i, j - 1]) + 1,
                    at[i - 1, j - 1] + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    at[i, j] = Math.Min(at[i, j], at[i - 2, j - 2] + 1);
                }
            }
        }
        return at[one.Length, other.Length];
    }

    private sealed record Near(string Word, int Wrong);
}
