using System.Runtime.Versioning;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>
/// A file that decides what may happen to the books: it counts only where nobody but its owner could have written it, and
/// its owner is the user of this process or root. The same for its folder, in which a file could be put in its place.
/// </summary>
public static class GuardedFile
{
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Why the file at this path cannot be trusted; null where it can, or is not there. A link that leads nowhere is there.</summary>
    /// <param name="path">The file, which may be a link: what it leads to is looked at too.</param>
    /// <param name="what">What it is to a person: <c>the policy</c>.</param>
    public static Problem? ProblemOf(string path, string what)
    {
        try
        {
            return OperatingSystem.IsWindows() || !File.Exists(path) ? null : OnUnix(path, what);
        }
        catch (FileNotFoundException) when (!File.Exists(path))
        {
            // Gone meanwhile: a database's files beside it go whenever the last process closes it.
            return null;
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static Problem? OnUnix(string path, string what)
    {
        var found = RealOf(path);
        if (found == path && !File.Exists(path))
        {
            return null;
        }
        return found is { } real && File.Exists(real)
            ? ProblemOf(path, real, what) ?? ProblemOfFolder(path, what) ?? ProblemOfFolder(real, what)
            : new Problem(Codes.LeadsNowhere, path, $"It is a link, and {what} is not where it leads to: what it would say is not known.", $"Put the file where the link leads to, or take the link away: rm {path}");
    }

    /// <summary>The path itself, or where the link leads to in the end; null where it leads in a circle.</summary>
    private static string? RealOf(string path)
    {
        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            return null;
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static Problem? ProblemOfFolder(string path, string what)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return ProblemOf(folder, folder, $"the folder of {what}");
    }

    [UnsupportedOSPlatform("windows")]
    private static Problem? ProblemOf(string place, string path, string what)
    {
        var mode = File.GetUnixFileMode(path);
        // In a folder with the sticky bit nobody but its owner replaces a file.
        if ((mode & Others) != 0 && !mode.HasFlag(UnixFileMode.StickyBit))
        {
            return new Problem(Codes.WritableByOthers, place, $"Others than its owner may write {what}: what it says could be anybody's word.", $"Look at what it says now, then take the right away: chmod go-w {place}");
        }
        return FileFacts.Of(path) is { Owner: var owner } && owner != 0 && owner != ThisUser.Id
            ? new Problem(Codes.OwnedByAnother, place, $"Another user (id {owner}) owns {what}, and may write it.", $"Give it to root or to the user of this program: chown root {place}")
            : null;
    }
}
