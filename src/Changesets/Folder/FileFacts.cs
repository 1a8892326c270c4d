using System.Runtime.InteropServices;

namespace DolibarrAgent.Changesets;

/// <summary>What the system tells of a file and the platform's library does not. On Linux alone; elsewhere nothing is known.</summary>
/// <param name="IsRegular">Whether it is a file of bytes: no folder, pipe, device or socket.</param>
/// <param name="Owner">The number of the user who owns it.</param>
/// <param name="Names">How many names it has: more than one where somebody made a hard link.</param>
/// <param name="Identity">The same for every name of one file, and for no two files: its device and its number there.</param>
public sealed partial record FileFacts(bool IsRegular, uint Owner, uint Names, string Identity)
{
    /// <summary>Of the file at a path, or of what a link there leads to; null where nothing is there, or it cannot be told.</summary>
    public static FileFacts? Of(string path) => OperatingSystem.IsLinux() ? Ask(AtCurrentFolder, path, 0) : null;

    /// <summary>Of an open file; null where it cannot be told.</summary>
    internal static FileFacts? Of(SafeHandle file) => OperatingSystem.IsLinux() ? Ask((int)file.DangerousGetHandle(), "", EmptyPath) : null;

    private static FileFacts? Ask(int folder, string path, int flags)
    {
        Span<byte> answer = stackalloc byte[Size];
        return Stat(folder, path, flags, BasicFacts, answer) != 0 ? null : new FileFacts(
            (BitConverter.ToUInt16(answer[ModeAt..]) & TypeBits) == Regular,
            BitConverter.ToUInt32(answer[OwnerAt..]),
            BitConverter.ToUInt32(answer[NamesAt..]),
            FormattableString.Invariant($"{BitConverter.ToUInt64(answer[DeviceAt..]):x}-{BitConverter.ToUInt64(answer[NumberAt..])}"));
    }

    // statx of Linux: its answer has the same layout on every machine.
    private const int AtCurrentFolder = -100;
    private const int EmptyPath = 0x1000;
    private const uint BasicFacts = 0x7ff;
    private const int Size = 256;
    private const int NamesAt = 16;
    private const int OwnerAt = 20;
    private const int ModeAt = 28;
    private const int NumberAt = 32;
    private const int DeviceAt = 136;
    private const int TypeBits = 0xf000;
    private const int Regular = 0x8000;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Stat(int folder, string path, int flags, uint mask, Span<byte> answer);
}
