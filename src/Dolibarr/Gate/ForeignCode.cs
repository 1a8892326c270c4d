using System.Collections.Immutable;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Variables by which whoever starts a program puts code of their own into it, before its first line runs. A program of
/// ours that sees one does not start: it could no longer answer for what it does.
/// </summary>
public static class ForeignCode
{
    private static readonly ImmutableArray<(string Variable, string What)> Doors =
    [
        ("DOTNET_STARTUP_HOOKS", "runs code of another assembly before the program"),
        ("DOTNET_ADDITIONAL_DEPS", "adds assemblies to the program"),
        ("CORECLR_PROFILER", "lets another program rewrite this one's code while it runs"),
        ("LD_PRELOAD", "puts a library before all others"),
        ("LD_AUDIT", "puts a library before all others"),
    ];

    /// <summary>A fault for each such variable that is set; none where there is none.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    public static ImmutableArray<Fault> FaultsOf(IReadOnlyDictionary<string, string?> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var faults = Doors.Where(door => IsSet(door.Variable)).Select(door => Refused(door.Variable, door.What));
        // A profiler is loaded where this is 1, whatever names it.
        return [.. faults, .. variables.GetValueOrDefault("CORECLR_ENABLE_PROFILING") == "1" ? [Refused("CORECLR_ENABLE_PROFILING", "lets another program rewrite this one's code while it runs")] : Array.Empty<Fault>()];

        bool IsSet(string name) => variables.GetValueOrDefault(name) is { Length: > 0 };
    }

    private static Fault Refused(string variable, string what) => new(
        "foreign-code", variable, $"The variable is set, and {what}: what this program shows and does could be somebody else's.", "Find out who sets it. Unset it, then start the program again.");
}
