namespace DolibarrAgent.Changesets;

/// <summary>
/// Who may read the files and folders that are made: changesets hold mails, bank accounts and a company's purchases, so
/// only their owner, unless a person says that a group shares them. What is there already keeps the rights that it has.
/// </summary>
/// <param name="File">The mode of a file.</param>
/// <param name="Folder">The mode of a folder.</param>
public sealed record FileRights(UnixFileMode File, UnixFileMode Folder)
{
    /// <summary>The variable that says who may read them: <c>private</c> (the default) or <c>group</c>.</summary>
    public const string Variable = "DOLIBARR_FILES";

    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Only the owner: 0600 and 0700.</summary>
    public static FileRights Private { get; } = new(OwnFile, OwnFolder);

    /// <summary>The group may read too, and write nothing: 0640 and 0750.</summary>
    public static FileRights Group { get; } = new(OwnFile | UnixFileMode.GroupRead, OwnFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);

    /// <summary>Those of a word in <see cref="Variable"/>; null where it is not one.</summary>
    public static FileRights? Named(string? word) => word switch
    {
        null or "" or "private" => Private,
        "group" => Group,
        _ => null,
    };

    /// <summary>Those that a file has already, for what comes in its place; these where it is not there.</summary>
    public FileRights Like(string file) => OperatingSystem.IsWindows() || !System.IO.File.Exists(file) ? this : this with { File = System.IO.File.GetUnixFileMode(file) };

    /// <summary>Makes a folder, and those above it that are missing.</summary>
    public void MakeFolder(string path)
    {
        var whole = Path.GetFullPath(path);
        if (Directory.Exists(whole))
        {
            return;
        }
        if (Path.GetDirectoryName(whole) is { } above)
        {
            MakeFolder(above);
        }
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(whole);
        }
        else
        {
            Directory.CreateDirectory(whole, Folder);
        }
    }

    /// <summary>Opens a file to write, with these rights also where it was left behind with others.</summary>
    public FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }
        var stream = new FileStream(path, options);
        GiveTo(path);
        return stream;
    }

    /// <summary>Gives these rights to a file that is there. A file system that knows no rights is left as it is.</summary>
    public void GiveTo(string path)
    {
        if (OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(path) == File)
        {
            return;
        }
        try
        {
            System.IO.File.SetUnixFileMode(path, File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever mounted it there chose who may read it.
        }
    }
}
