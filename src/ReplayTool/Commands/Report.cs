using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;

namespace DolibarrAgent.ReplayTool;

/// <summary>What came of a request, for a view to show. Closed.</summary>
internal abstract record Report
{
    private Report() { }

    public abstract ExitCode Exit { get; }

    /// <summary>It did not come to a plan, or was cut short.</summary>
    public sealed record Stopped(ImmutableArray<Problem> Problems) : Report
    {
        public override ExitCode Exit => ExitCodes.Of(Problems);
    }

    public sealed record Planned(Plan Plan) : Report
    {
        public override ExitCode Exit => Plan.ExitCode;
    }

    /// <summary>A statement of the plan was written, for others to sign.</summary>
    /// <param name="Path">As it was typed.</param>
    public sealed record Stated(Plan Plan, string Path, Statement Statement) : Report
    {
        public override ExitCode Exit => Plan.ExitCode;
    }

    /// <summary>A confirmation, or a statement, was refused; nothing was written.</summary>
    /// <param name="Plan">The plan as it is now, where one was made.</param>
    /// <param name="Problems">All that is in the way.</param>
    public sealed record Refused(Plan? Plan, ImmutableArray<Problem> Problems) : Report
    {
        public override ExitCode Exit => ExitCodes.Of(Problems);
    }

    public sealed record Replayed(Plan Plan, Replay.Replayed Result) : Report
    {
        public override ExitCode Exit => Result.ExitCode;
    }

    /// <summary>Everything was there already; nothing was written.</summary>
    public sealed record NothingToDo(Plan Plan) : Report
    {
        public override ExitCode Exit => ExitCode.Done;
    }

    /// <summary>The plans of several changesets.</summary>
    public sealed record BatchPlanned(BatchPlan Plan) : Report
    {
        public override ExitCode Exit => Plan.ExitCode;
    }

    /// <summary>Several changesets were replayed, or that was refused.</summary>
    public sealed record BatchReplayed(BatchReplay Result) : Report
    {
        public override ExitCode Exit => Result.ExitCode;
    }

    /// <param name="All">Whether what is done with is listed too.</param>
    public sealed record Queued(QueueFolder Queue, bool All) : Report
    {
        public override ExitCode Exit => Queue.Unreadable.IsEmpty ? ExitCode.Done : ExitCode.Error;
    }

    /// <summary>The desk was open, and was closed.</summary>
    public sealed record DeskClosed : Report
    {
        public override ExitCode Exit => ExitCode.Done;
    }

    public sealed record Rejected(LoadedChangeset Loaded, RejectResult Result) : Report
    {
        public override ExitCode Exit => Result is RejectResult.Refused refused ? ExitCodes.Of(refused.Problems) : ExitCode.Done;
    }

    public sealed record Verified(Replay.Verified Result) : Report
    {
        public override ExitCode Exit => Result.ExitCode;
    }

    /// <param name="Loaded">The changeset that is taken back.</param>
    public sealed record Reverted(LoadedChangeset Loaded, RevertResult Result) : Report
    {
        public override ExitCode Exit => Result.ExitCode;
    }

    public sealed record Enrolled(EnrollResult Result) : Report
    {
        public override ExitCode Exit => Result is EnrollResult.Refused refused ? ExitCodes.Of(refused.Problems) : ExitCode.Done;
    }

    public sealed record Accepted(AcceptResult Result) : Report
    {
        public override ExitCode Exit => Result is AcceptResult.Refused refused ? ExitCodes.Of(refused.Problems) : ExitCode.Done;
    }

    /// <param name="Loaded">Null where the whole ledger was asked for, and no changeset.</param>
    public sealed record Told(LoadedChangeset? Loaded, History History) : Report
    {
        // A ledger that somebody changed no longer proves anything: that is not a success.
        public override ExitCode Exit => History.Fault is null ? ExitCode.Done : ExitCode.Error;
    }

    /// <param name="Loaded">The changeset that was reviewed.</param>
    /// <param name="Page">Its review.</param>
    /// <param name="Written">The files that hold the review; none where it is shown here.</param>
    public sealed record Reviewed(LoadedChangeset Loaded, ReviewPage Page, ImmutableArray<string> Written) : Report
    {
        public override ExitCode Exit => ExitCode.Done;
    }
}
