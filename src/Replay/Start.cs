using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>Whether a program that replays may start at all.</summary>
public static class Start
{
    /// <summary>Every variable by which somebody puts code of their own into this process; none if there is none.</summary>
    public static ImmutableArray<Problem> ProblemsOf(IReadOnlyDictionary<string, string?> variables) =>
        ForeignCode.ProblemsOf(variables);

    /// <summary>The variables with the keys of a command in them, from wherever they are kept; to be asked once for a command.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    /// <param name="purpose">What the command does; only to confirm it needs the key that writes to prod.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<KeysRead> WithKeysAsync(IReadOnlyDictionary<string, string?> variables, Purpose purpose, CancellationToken cancel)
    {
        ImmutableArray<string> needed = purpose switch
        {
            Purpose.Confirm => [Variables.ProdApiKey, Variables.SandboxApiKey, Variables.ProdWriteKey],
            Purpose.Rehearse => [Variables.SandboxApiKey],
            _ => [Variables.ProdApiKey, Variables.SandboxApiKey],
        };
        var (all, problems) = await KeySources.ReadAsync(variables, needed, cancel);
        return new KeysRead(all, problems);
    }

    /// <summary>A session with the keys that it needs, or everything that is in its way.</summary>
    /// <param name="variables">The environment's variables, by name, without keys that are kept elsewhere.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="options">How it works.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<SessionResult> SessionAsync(
        IReadOnlyDictionary<string, string?> variables, Purpose purpose, SessionOptions options, CancellationToken cancel)
    {
        var keys = await WithKeysAsync(variables, purpose, cancel);
        return keys.Problems.IsEmpty
            ? ReplaySession.Open(keys.Variables, purpose, options)
            : new SessionResult.Refused(keys.Problems);
    }
}

/// <summary>The variables with the keys in them.</summary>
/// <param name="Variables">By name, as they are handed to a session.</param>
/// <param name="Problems">Why a key is not there; empty where all are.</param>
public sealed record KeysRead(IReadOnlyDictionary<string, string?> Variables, ImmutableArray<Problem> Problems);
