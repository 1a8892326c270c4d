using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>What came of making a changeset that takes another back. Closed.</summary>
public abstract record RevertResult
{
    private RevertResult() { }

    /// <summary>What a person should know, and what stops nothing: what was never applied, what is gone already.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public abstract ExitCode ExitCode { get; }

    /// <summary>The new changeset is on disk, finished. Nothing was written to any Dolibarr.</summary>
    /// <param name="Revert">As it was read back, with its digest.</param>
    /// <param name="Path">Its <c>changeset.json</c>.</param>
    /// <param name="Left">What it does not take back, each with what to do instead. The places are operations of the changeset that is taken back.</param>
    public sealed record Made(LoadedChangeset Revert, string Path, ImmutableArray<Problem> Left) : RevertResult
    {
        public override ExitCode ExitCode => ExitCode.Done;
    }

    /// <summary>There is nothing that can be taken back, so no changeset was made.</summary>
    /// <param name="Left">Why; empty where nothing of it is on the target.</param>
    public sealed record Nothing(ImmutableArray<Problem> Left) : RevertResult
    {
        public override ExitCode ExitCode => Left.IsEmpty ? ExitCode.Done : ExitCode.Conflict;
    }

    /// <summary>It could not be looked at, or the changeset is not one that can be taken back.</summary>
    public sealed record Refused(ImmutableArray<Problem> Problems) : RevertResult
    {
        public override ExitCode ExitCode => ExitCodes.Of(Problems);
    }
}
