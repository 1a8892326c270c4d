using System.Collections.Immutable;

namespace DolibarrAgent.Settings;

/// <summary>
/// The variables of the runtime and the loader that ordinary machines, containers and build servers set, and that neither
/// load code nor send anything away.
/// </summary>
internal static class HarmlessVariables
{
    // Where .NET is, and which of the installed versions is used. Whoever chooses that has chosen before any check could run.
    private static readonly ImmutableArray<string> Installation =
    [
        "DOTNET_ROOT", "DOTNET_ROOT(x86)", "DOTNET_ROOT_X64", "DOTNET_ROOT_X86", "DOTNET_ROOT_ARM", "DOTNET_ROOT_ARM64", "DOTNET_ROOT_RISCV64", "DOTNET_HOST_PATH",
        "DOTNET_INSTALL_DIR", "DOTNET_MULTILEVEL_LOOKUP", "DOTNET_ROLL_FORWARD", "DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX", "DOTNET_ROLL_FORWARD_TO_PRERELEASE", "DOTNET_VERSION", "DOTNET_SDK_VERSION",
    ];

    // What the command `dotnet` and its tools read, and the runtime does not.
    private static readonly ImmutableArray<string> Commands =
    [
        "DOTNET_NOLOGO", "DOTNET_SKIP_FIRST_TIME_EXPERIENCE", "DOTNET_GENERATE_ASPNET_CERTIFICATE", "DOTNET_ADD_GLOBAL_TOOLS_TO_PATH", "DOTNET_NUGET_SIGNATURE_VERIFICATION",
        "DOTNET_USE_POLLING_FILE_WATCHER", "DOTNET_WATCH", "DOTNET_WATCH_ITERATION", "DOTNET_LAUNCH_PROFILE", "DOTNET_ENVIRONMENT", "DOTNET_RUNNING_IN_CONTAINER", "DOTNET_RUNNING_IN_CONTAINERS",
    ];

    // How texts are compared and shown, and whether IPv6 is used.
    private static readonly ImmutableArray<string> Behaviour =
    [
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY", "DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION", "DOTNET_SYSTEM_NET_DISABLEIPV6",
    ];

    // How memory is collected and code compiled. GCName and GCPath, which name a library, are not among them.
    private static readonly ImmutableArray<string> Speed =
    [
        "DOTNET_gcServer", "DOTNET_gcConcurrent", "DOTNET_GCHeapCount", "DOTNET_GCHeapHardLimit", "DOTNET_GCHeapHardLimitPercent", "DOTNET_GCConserveMemory", "DOTNET_GCDynamicAdaptationMode",
        "DOTNET_GCNoAffinitize", "DOTNET_GCHeapAffinitizeMask", "DOTNET_GCgen0size", "DOTNET_GCRetainVM", "DOTNET_PROCESSOR_COUNT", "DOTNET_Thread_DefaultStackSize", "DOTNET_TieredPGO",
        "DOTNET_TieredCompilation", "DOTNET_TC_QuickJit", "DOTNET_TC_QuickJitForLoops", "DOTNET_ReadyToRun", "DOTNET_EnableWriteXorExecute",
        "LD_BIND_NOW", "MALLOC_ARENA_MAX", "MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TOP_PAD_", "MALLOC_PERTURB_", "MALLOC_CHECK_",
    ];

    // What opens a program to others, shut: with any other value they are not harmless.
    private static readonly ImmutableArray<string> Shut =
    [
        "DOTNET_EnableDiagnostics", "DOTNET_EnableDiagnostics_IPC", "DOTNET_EnableDiagnostics_Debugger", "DOTNET_EnableDiagnostics_Profiler", "DOTNET_EnableEventPipe", "DOTNET_EnableEventLog",
        "DOTNET_LTTng", "DOTNET_PerfMapEnabled", "DOTNET_DbgEnableMiniDump", "CORECLR_ENABLE_PROFILING",
    ];

    private static readonly ImmutableHashSet<string> Any = [.. Installation, .. Commands, .. Behaviour, .. Speed];

    /// <summary>Whether a variable with this value is one of them. The older names of the runtime's begin with <c>COMPlus_</c>.</summary>
    public static bool Has(string name, string value)
    {
        var known = name.StartsWith("COMPlus_", StringComparison.Ordinal) ? $"DOTNET_{name["COMPlus_".Length..]}" : name;
        return known.StartsWith("DOTNET_CLI_", StringComparison.Ordinal) || Any.Contains(known) || (value == "0" && Shut.Contains(known));
    }
}
