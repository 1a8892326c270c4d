using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DolibarrAgent.Changesets;

/// <summary>
/// Opens files of bytes and nothing else. To open a pipe waits until somebody writes to it, a device may never end: anything
/// else is refused, and opening never waits. What was looked at is what is read.
/// </summary>
public static partial class RegularFile
{
    /// <summary>The bytes of a file.</summary>
    /// <param name="path">The file, or a link to it.</param>
    /// <param name="limit">The most that it may have.</param>
    /// <exception cref="IOException">It is not there, is not a regular file, is larger, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public static async Task<byte[]> ReadAsync(string path, long limit, CancellationToken cancel)
    {
        await using var file = Open(path);
        var bytes = new byte[Within(file, limit)];
        await file.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    /// <summary>The same for small files.</summary>
    public static byte[] Read(string path, long limit)
    {
        using var file = Open(path);
        return Read(file, limit);
    }

    /// <summary>The same, where a link is refused too: who may change the link and not the file would choose what is read.</summary>
    public static byte[] ReadUnlinked(string path, long limit)
    {
        using var file = OpenUnlinked(path);
        return Read(file, limit);
    }

    /// <summary>Whether a pipe, a socket or a device lies there, or a link to one. False for a file, a folder, and where nothing is.</summary>
    public static bool IsOther(string path) => FileFacts.Of(path) is { IsRegular: false } && !Directory.Exists(path);

    /// <summary>The refusal of one; null where it can be read like a file.</summary>
    public static Problem? ProblemOf(string path) => IsOther(path)
        ? new Problem(Codes.FileNotRegular, path, "It is a pipe, a socket or a device, not a file.")
        : null;

    /// <summary>Opens it to read.</summary>
    public static FileStream Open(string path) => OperatingSystem.IsLinux() ? OnLinux(path, 0) : Elsewhere(path);

    /// <summary>Opens it to read, where it is not a link.</summary>
    public static FileStream OpenUnlinked(string path) => OperatingSystem.IsLinux() ? OnLinux(path, NoLink)
        : new FileInfo(path).LinkTarget is null ? Elsewhere(path)
        : throw new IOException($"'{path}' is a link, and must be the file itself.");

    private static byte[] Read(FileStream file, long limit)
    {
        var bytes = new byte[Within(file, limit)];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static long Within(FileStream file, long limit) => file.Length <= limit
        ? file.Length
        : throw new IOException(FormattableString.Invariant($"The file has {file.Length} bytes; at most {limit} are read."));

    private static FileStream OnLinux(string path, int more)
    {
        var number = OpenFile(path, WithoutWaiting | OfThisProcess | NoTerminal | more);
        if (number < 0)
        {
            throw Refused(path, Marshal.GetLastPInvokeError());
        }
        var handle = new SafeFileHandle(number, ownsHandle: true);
        if (FileFacts.Of(handle) is { IsRegular: false })
        {
            handle.Dispose();
            throw NoFile(path);
        }
        return new FileStream(handle, FileAccess.Read);
    }

    private static FileStream Elsewhere(string path) => Directory.Exists(path)
        ? throw NoFile(path)
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static Exception Refused(string path, int error) => error switch
    {
        NotThere => new FileNotFoundException($"There is no file '{path}'.", path),
        NoFolder => new DirectoryNotFoundException($"There is no file '{path}': a part of its path is not a folder."),
        NotAllowed => new UnauthorizedAccessException($"This user may not read '{path}'."),
        IsLink => new IOException($"'{path}' is a link, and must be the file itself."),
        NoSuchDevice => NoFile(path),
        _ => new IOException($"'{path}' cannot be opened: {Marshal.GetPInvokeErrorMessage(error)}"),
    };

    private static IOException NoFile(string path) => new($"'{path}' is not a regular file, but a folder, a pipe, a device or a socket.");

    // The numbers of Linux. One of the flags has another number on ARM.
    private const int WithoutWaiting = 0x800;
    private const int NoTerminal = 0x100;
    private const int OfThisProcess = 0x80000;
    private static readonly int NoLink = RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 ? 0x8000 : 0x20000;
    private const int NotThere = 2;
    private const int NoSuchDevice = 6;
    private const int NotAllowed = 13;
    private const int NoFolder = 20;
    private const int IsLink = 40;

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenFile(string path, int flags);
}
