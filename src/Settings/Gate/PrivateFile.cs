using System.Runtime.Versioning;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>A file with a secret in it: it counts only where nobody but the user of this process can read it.</summary>
public static class PrivateFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Why the file at this path is not private, or not a file; null where it is.</summary>
    /// <param name="path">The file. A link is refused, wherever it leads.</param>
    /// <param name="what">What it is to a person: <c>the recorder's key</c>.</param>
    public static Problem? ProblemOf(string path, string what)
    {
        var info = new FileInfo(path);
        if (info.LinkTarget is not null)
        {
            return new Problem(Codes.IsALink, path, $"It is a link: {what} must be the file itself.", $"Name the file that it leads to, {info.LinkTarget}.");
        }
        if (!info.Exists)
        {
            return new Problem(Codes.NoSuchFile, path, Directory.Exists(path) ? $"It is a folder, not {what}." : $"There is no such file, or the folder may not be read: {what} cannot be read.");
        }
        return OperatingSystem.IsWindows() ? null : OnUnix(path, what);
    }

    [UnsupportedOSPlatform("windows")]
    private static Problem? OnUnix(string path, string what)
    {
        var status = FileFacts.Of(path);
        if (status is { IsRegular: false })
        {
            return new Problem(Codes.NotAFile, path, $"It is a pipe, a device or a socket: {what} must be a file.");
        }
        if ((File.GetUnixFileMode(path) & Others) != 0)
        {
            return new Problem(Codes.ReadByOthers, path, $"Others than its owner may read or write {what}.", $"Take that right away with `chmod 600 {path}`. If others had it for long, make a new key.");
        }
        return status is { } known && known.Owner != ThisUser.Id
            ? new Problem(Codes.OwnedByAnother, path, $"Another user (id {known.Owner}) owns {what}.", "Use a key of the user who runs this program.")
            : null;
    }
}
