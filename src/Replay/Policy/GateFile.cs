using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>A file of the gate, read once: what was checked is what is used.</summary>
internal static class GateFile
{
    private const int Limit = 1024 * 1024;

    /// <summary>Its bytes; null if there is none. A problem where it cannot be trusted or read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it is to a person: <c>the policy</c>.</param>
    public static ReadBytes Read(string path, string what)
    {
        try
        {
            if (GuardedFile.ProblemOf(path, what) is { } problem)
            {
                return new ReadBytes(null, problem);
            }
            return new ReadBytes(RegularFile.ReadUnlinked(path, Limit), null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ReadBytes(null, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ReadBytes(null, Unreadable(path, what, e.Message));
        }
    }

    private static Problem Unreadable(string path, string what, string why) =>
        new(Codes.GateUnreadable, path, $"{char.ToUpperInvariant(what[0])}{what[1..]} cannot be read: {why.TrimEnd('.')}.", "Nothing is replayed without it. Fix the file, or ask who keeps it.");
}

/// <summary>A file as it was read.</summary>
/// <param name="Bytes">Null where there is none, or it cannot be trusted or read.</param>
/// <param name="Problem">Why it cannot; null else.</param>
internal sealed record ReadBytes(byte[]? Bytes, Problem? Problem);
