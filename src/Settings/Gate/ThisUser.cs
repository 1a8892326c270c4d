using System.Runtime.InteropServices;

namespace DolibarrAgent.Settings;

/// <summary>The user of this process. On Linux alone.</summary>
internal static partial class ThisUser
{
    /// <summary>The user's number.</summary>
    public static uint Id => GetEffectiveUser();

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUser();
}
