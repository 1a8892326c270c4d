using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>
/// Takes keys out of open files and the keyring, once for a command: what comes from a pipe is gone once it was read.
/// </summary>
internal static class KeySources
{
    /// <summary>The variables with each key in the place of where it is, or every reason why one is not there.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    /// <param name="keys">The variables of the keys that the command needs.</param>
    public static async Task<VariablesWithKeys> ReadAsync(
        IReadOnlyDictionary<string, string?> variables, ImmutableArray<string> keys, CancellationToken cancel)
    {
        var all = variables.ToDictionary(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var key in keys)
        {
            // Where two are set, the settings say so.
            if (KeySource.SetFor(key, variables) is not [var name] || name == key || name == KeySource.FileOf(key))
            {
                continue;
            }
            var (text, problem) = name == KeySource.OpenFileOf(key)
                ? await OpenFile.ReadAsync(name, variables[name]!, cancel)
                : await Keyring.ReadAsync(name, variables[name]!, variables, cancel);
            if (problem is not null)
            {
                problems.Add(problem);
            }
            all.Remove(name);
            all[key] = text;
        }
        return new VariablesWithKeys(all, problems.ToImmutable());
    }
}

/// <summary>The environment's variables with each key in the place of where it is.</summary>
/// <param name="Problems">Why a key is not there; empty where all are.</param>
internal sealed record VariablesWithKeys(IReadOnlyDictionary<string, string?> Variables, ImmutableArray<Problem> Problems);

/// <summary>A key that was read from where it is kept.</summary>
/// <param name="Text">Null where there is none.</param>
/// <param name="Problem">Why not; null where there is one.</param>
internal sealed record ReadKey(string? Text, Problem? Problem)
{
    public static ReadKey Not(Problem problem) => new(null, problem);
}
