using System.Buffers;

namespace DolibarrAgent.Intake;

/// <summary>
/// Whether the headers of a mail are as long as headers can be, before the mail library reads them: for one of some
/// megabytes, folded into many lines or in one, it takes minutes, for its time and memory grow with the square. Whether a
/// line is in the headers or in a body is not told here, only whether it begins like a header: indented lines behind any
/// other are a body's.
/// </summary>
internal static class HeaderLengths
{
    private const int Longest = 128 * 1024;
    private const int LongLine = 64 * 1024;

    private static readonly SearchValues<byte> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    public static bool AreShort(ReadOnlySpan<byte> mail) =>
        mail.Length <= Longest || Folded(mail) + Unfolded(mail) <= (double)Longest * Longest;

    /// <summary>Whether a file begins with a header, or with the line that a mailbox has before one.</summary>
    public static bool BeginLikeMail(ReadOnlySpan<byte> file)
    {
        var start = file.TrimStart("\r\n"u8);
        var name = start[..Math.Max(0, start.IndexOf((byte)':'))].TrimEnd((byte)' ');
        return start.StartsWith("From "u8) || (name.Length is > 0 and < 100 && !name.ContainsAnyExcept(NameCharacters));
    }

    private static double Folded(ReadOnlySpan<byte> mail)
    {
        var squares = 0.0;
        var (space, tab) = (Next(mail, 0, "\n "u8), Next(mail, 0, "\n\t"u8));
        while (Math.Min(space, tab) < mail.Length)
        {
            var start = Math.Min(space, tab);
            var at = start;
            while (at + 1 < mail.Length && mail[at + 1] is (byte)' ' or (byte)'\t')
            {
                at = Next(mail, at + 1, "\n"u8);
            }

            squares += BeginsLikeHeader(mail[..start]) ? Math.Pow(at - start, 2) : 0;
            space = space < at ? Next(mail, at, "\n "u8) : space;
            tab = tab < at ? Next(mail, at, "\n\t"u8) : tab;
        }

        return squares;
    }

    /// <summary>Whether the last of these lines has a name and a colon at its start.</summary>
    private static bool BeginsLikeHeader(ReadOnlySpan<byte> lines)
    {
        var line = lines[(lines.LastIndexOf((byte)'\n') + 1)..];
        var colon = line.IndexOf((byte)':');
        return colon > 0 && !line[..colon].TrimEnd((byte)' ').ContainsAnyExceptInRange((byte)'!', (byte)'~');
    }

    private static int Next(ReadOnlySpan<byte> mail, int from, ReadOnlySpan<byte> wanted) =>
        from >= mail.Length || mail[from..].IndexOf(wanted) is not (>= 0 and var at) ? mail.Length : from + at;

    // Goes from one line's end to the last that is within reach: where there is none, a line is long.
    private static double Unfolded(ReadOnlySpan<byte> rest)
    {
        var squares = 0.0;
        while (rest.Length > LongLine)
        {
            var end = rest[..LongLine].LastIndexOf((byte)'\n');
            if (end < 0)
            {
                var next = rest.IndexOf((byte)'\n');
                end = next < 0 ? rest.Length - 1 : next;
                squares += rest[..1000].Contains((byte)':') ? Math.Pow(end, 2) : 0;
            }

            rest = rest[(end + 1)..];
        }

        return squares;
    }
}
