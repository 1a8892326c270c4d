using System.Globalization;

namespace DolibarrAgent.Changesets;

/// <summary>The folder <c>logs</c> beside the changesets. A log follows no link: it would be written over whatever somebody made it lead to.</summary>
public static class LogFolder
{
    public const string Name = "logs";

    /// <summary>Makes it where it is missing. Null where logs can be written there; else why not, for a person.</summary>
    /// <param name="changesets">The folder of the changesets.</param>
    /// <param name="rights">Who may read what is made.</param>
    public static string? Unusable(string changesets, FileRights rights)
    {
        ArgumentNullException.ThrowIfNull(rights);
        var folder = Path.Combine(changesets, Name);
        try
        {
            if (LinkAt(folder) is { } link)
            {
                return link;
            }
            rights.MakeFolder(folder);
            if (Directory.EnumerateFileSystemEntries(folder, "*.log").Select(LinkAt).FirstOrDefault(found => found is not null) is { } inIt)
            {
                return inIt;
            }
            var probe = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".probe-{Environment.ProcessId}"));
            rights.Open(probe, FileMode.CreateNew).Dispose();
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>The refusal of a link; null if there is none. One that leads nowhere is a link too.</summary>
    public static string? LinkAt(string path) => new FileInfo(path).LinkTarget is { } target
        ? $"{path} is a link to {target}, and a log follows none. Remove it: rm {path}"
        : null;
}
