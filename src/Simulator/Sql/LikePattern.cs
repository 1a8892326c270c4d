namespace DolibarrAgent.Simulator;

/// <summary>The pattern of a LIKE. Letters' case does not count: the server turns LIKE into PostgreSQL's ILIKE.</summary>
internal sealed class LikePattern
{
    private enum Kind
    {
        Letter,
        AnyLetter,
        AnyText,
    }

    private readonly (Kind Kind, char Letter)[] parts;

    /// <param name="pattern"><c>%</c> for any text, <c>_</c> for any letter; a backslash takes the next letter as it is.</param>
    public LikePattern(string pattern)
    {
        var read = new List<(Kind, char)>();
        for (var at = 0; at < pattern.Length; at++)
        {
            read.Add((pattern[at], at + 1 < pattern.Length) switch
            {
                ('\\', true) => (Kind.Letter, Folded(pattern[++at])),
                ('%', _) => (Kind.AnyText, '%'),
                ('_', _) => (Kind.AnyLetter, '_'),
                var (letter, _) => (Kind.Letter, Folded(letter)),
            });
        }

        parts = [.. read];
    }

    public bool Matches(string value)
    {
        var (at, part) = (0, 0);
        // Behind the last "any text", and where in the value it has been taken to end: only there is anything tried again.
        var (afterAny, resumeAt) = (-1, 0);
        while (at < value.Length)
        {
            if (part < parts.Length && parts[part].Kind == Kind.AnyText)
            {
                (afterAny, resumeAt) = (++part, at);
            }
            else if (part < parts.Length && (parts[part].Kind == Kind.AnyLetter || parts[part].Letter == Folded(value[at])))
            {
                (at, part) = (at + 1, part + 1);
            }
            else if (afterAny >= 0)
            {
                (at, part) = (++resumeAt, afterAny);
            }
            else
            {
                return false;
            }
        }

        return parts.AsSpan(part).IndexOfAnyExcept((Kind.AnyText, '%')) < 0;
    }

    private static char Folded(char letter) => char.ToLowerInvariant(letter);
}
