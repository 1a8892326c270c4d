using System.Runtime.InteropServices;

namespace DolibarrAgent.Dolibarr;

/// <summary>What Linux tells of a file, and the platform's library does not.</summary>
/// <param name="Owner">The user's id.</param>
/// <param name="IsRegular">Whether it is a file of bytes: not a folder, a pipe, a device or a socket.</param>
internal sealed partial record FileStatus(uint Owner, bool IsRegular)
{
    // statx has the same layout on every machine.
    private const int AtCurrentFolder = -100;
    private const uint TypeAndOwner = 0x1 | 0x8;
    private const int Size = 256;
    private const int OwnerAt = 20;
    private const int ModeAt = 28;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>The user of this process.</summary>
    public static uint User => GetEffectiveUser();

    /// <summary>Of a path, behind all links; null where it cannot be told.</summary>
    public static FileStatus? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }
        Span<byte> answer = stackalloc byte[Size];
        return Stat(AtCurrentFolder, path, 0, TypeAndOwner, answer) == 0
            ? new FileStatus(MemoryMarshal.Read<uint>(answer[OwnerAt..]), (MemoryMarshal.Read<ushort>(answer[ModeAt..]) & TypeMask) == Regular)
            : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Stat(int folder, string path, int flags, uint mask, Span<byte> answer);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUser();
}
