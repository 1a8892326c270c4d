using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Recording;

/// <summary>What came of one thing asked of the recorder. Closed.</summary>
public abstract record RecordResult
{
    private RecordResult() { }

    /// <summary>It is on the sandbox, read back and compared, and in the changeset.</summary>
    /// <param name="Operation">As it stands in the changeset, with its before and after images.</param>
    /// <param name="Id">The object on the sandbox, of no meaning elsewhere; null where it was taken away.</param>
    public sealed record Done(Operation Operation, long? Id) : RecordResult;

    /// <summary>Nothing was done, or it was taken back; each problem says why and what to do.</summary>
    public sealed record Refused(ImmutableArray<Problem> Problems) : RecordResult;
}

/// <summary>What came of opening a recorder. Closed.</summary>
public abstract record OpenResult
{
    private OpenResult() { }

    public sealed record Open(Recorder Recorder) : OpenResult;

    public sealed record Refused(ImmutableArray<Problem> Problems) : OpenResult;
}

/// <summary>What came of ending a changeset. Closed.</summary>
public abstract record EndResult
{
    private EndResult() { }

    /// <param name="Path">The file <c>changeset.json</c>.</param>
    /// <param name="LeftBehind">What could not be taken back, when it was discarded; empty otherwise.</param>
    public sealed record Ended(Changeset Changeset, string Path, ImmutableArray<Problem> LeftBehind) : EndResult;

    public sealed record Refused(ImmutableArray<Problem> Problems) : EndResult;
}
