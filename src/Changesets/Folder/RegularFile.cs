using System.Runtime.InteropServices;

namespace DolibarrAgent.Changesets;

/// <summary>Whether what lies at a path can be read like a file. A pipe, a socket or a device cannot: to open one can wait for ever.</summary>
public static partial class RegularFile
{
    /// <summary>Whether a pipe, a socket or a device lies there, or a link to one. False for a file, a folder, and where nothing is.</summary>
    public static bool IsOther(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        // Elsewhere the platform does not tell.
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        Span<byte> answer = stackalloc byte[StatSize];
        return Stat(AtCurrentFolder, path, 0, TypeWanted, answer) == 0 && (MemoryMarshal.Read<ushort>(answer[ModeAt..]) & TypeMask) is not (Regular or Folder);
    }

    /// <summary>The refusal of one; null where it can be read like a file.</summary>
    public static Problem? ProblemOf(string path) => IsOther(path)
        ? new Problem("file-not-regular", path, "It is a pipe, a socket or a device, not a file.", "Save what it gives to a file, and name that.")
        : null;

    // The platform's library does not tell a pipe from an empty file. statx has the same layout on every machine.
    private const int AtCurrentFolder = -100;
    private const uint TypeWanted = 0x1;
    private const int StatSize = 256;
    private const int ModeAt = 28;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Stat(int folder, string path, int flags, uint mask, Span<byte> answer);
}
