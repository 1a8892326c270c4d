namespace DolibarrAgent.Benchmarks;

/// <summary>A temporary folder on a disk: a ledger in memory would cost nothing and prove nothing. Removed when it is disposed of.</summary>
internal sealed class DiskFolder : IDisposable
{
    private static readonly string[] InMemory = ["tmpfs", "ramfs"];

    private DiskFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The folder's file system, as the platform names it: <c>ext4</c>.</summary>
    public string Format => new DriveInfo(Path).DriveFormat;

    /// <param name="under">Where it is made; null takes the temporary folder of the machine or, where that is in memory, the program's own.</param>
    public static DiskFolder Make(string? under)
    {
        var root = under ?? new[] { System.IO.Path.GetTempPath(), "/var/tmp", AppContext.BaseDirectory }.FirstOrDefault(candidate => Directory.Exists(candidate) && !IsInMemory(candidate))
            ?? throw new BenchmarkException("No folder is on a disk. Name one with --folder.");
        if (!Directory.Exists(root) || IsInMemory(root))
        {
            throw new BenchmarkException($"--folder {root} is {(Directory.Exists(root) ? "in memory, where a ledger costs nothing" : "not there")}. Name a folder on a disk.");
        }
        var path = System.IO.Path.Combine(root, $"dolibarr-benchmarks-{Environment.ProcessId}");
        Directory.CreateDirectory(path);
        return new DiskFolder(path);
    }

    /// <summary>A new folder in it.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static bool IsInMemory(string path) => InMemory.Contains(new DriveInfo(System.IO.Path.GetFullPath(path)).DriveFormat, StringComparer.Ordinal);
}
