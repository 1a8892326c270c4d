using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings;

/// <summary>
/// Where the gate keeps its files: what each instance is (<c>targets.json</c>), the policy (<c>policy.json</c>), who may
/// sign (<c>allowed_signers</c>) and whose recordings are known (<c>allowed_recorders</c>). Never in the folder of the changesets: an agent writes there.
/// </summary>
public static class GateFolder
{
    /// <summary>Where it is there, no variable leads past it: whoever starts a program chooses its variables.</summary>
    public const string OfMachine = "/etc/dolibarr-agent";

    private const string Name = "dolibarr-agent";

    /// <summary>The folder, or why there is none that may be used. Null where nothing names one.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    /// <param name="exists">Whether there is a folder at a path.</param>
    public static Checked<string?> Read(IReadOnlyDictionary<string, string?> variables, Func<string, bool> exists)
    {
        var named = Value(Variables.Gate);
        if (exists(OfMachine))
        {
            return named is null || named == OfMachine
                ? new Checked<string?>.Valid(OfMachine)
                : Checked<string?>.Wrong(Codes.GateElsewhere, Variables.Gate, $"This machine's gate is {OfMachine}; the variable names {named}.");
        }
        return new Checked<string?>.Valid(named
            ?? (Value("XDG_CONFIG_HOME") is { } config ? Path.Combine(config, Name) : Value("HOME") is { } home ? Path.Combine(home, ".config", Name) : null));

        string? Value(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>What is wrong with a folder that a variable names and that is not there; null where nothing is. Without its files the gate would stand open.</summary>
    internal static Problem? Absent(IReadOnlyDictionary<string, string?> variables, Func<string, bool> exists) =>
        variables.GetValueOrDefault(Variables.Gate) is { Length: > 0 } named && !exists(named)
            ? new Problem(Codes.GateNoFolder, Variables.Gate, $"There is no folder {named}.")
            : null;
}
