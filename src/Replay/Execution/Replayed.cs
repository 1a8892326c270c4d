using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>What became of a replay.</summary>
/// <param name="Operations">Every operation of the changeset, in order.</param>
/// <param name="Differences">Where the target, at the end, is not as the sandbox was; empty where all is the same.</param>
public sealed record Replayed(ImmutableArray<ReplayedOperation> Operations, ImmutableArray<Problem> Differences)
{
    public ExitCode ExitCode => Operations.Select(o => o.Outcome).ToHashSet(StringComparer.Ordinal) switch
    {
        var outcomes when outcomes.Contains(Outcomes.Unknown) => ExitCode.Unknown,
        var outcomes when outcomes.Contains(Outcomes.Conflict) => ExitCode.Conflict,
        var outcomes when outcomes.All(Outcomes.IsDone) => Differences.IsEmpty ? ExitCode.Done : ExitCode.Conflict,
        _ => ExitCode.Error,
    };
}

/// <param name="Outcome">One of the words of <see cref="Outcomes"/>.</param>
/// <param name="Id">The object on the target.</param>
/// <param name="Link">Its page there; null where there is no object.</param>
public sealed record ReplayedOperation(Operation Operation, string Outcome, long? Id, Uri? Link, ImmutableArray<Problem> Problems)
{
    /// <summary>What the object held when it was read back a moment ago; null where this run did not read it.</summary>
    public Fields? Held { get; init; }

    /// <summary>The assumption on which it rests that it is there only once; empty where it rests on none.</summary>
    public string Assumed { get; init; } = "";
}

/// <summary>What a person who waits is shown.</summary>
public interface IReplayProgress
{
    void Sending(Operation operation, int attempt);

    void Waiting(Operation operation, DateTimeOffset until);

    void Ended(ReplayedOperation operation);

    /// <summary>One changeset of a batch is begun.</summary>
    /// <param name="loaded">The changeset.</param>
    /// <param name="number">Which one of the batch it is, from 1.</param>
    /// <param name="of">How many the batch has.</param>
    void Beginning(LoadedChangeset loaded, int number, int of) { }

    /// <summary>A server is away for a while, and is waited for.</summary>
    /// <param name="sentence">Which, and for how long.</param>
    void Away(string sentence) { }
}
