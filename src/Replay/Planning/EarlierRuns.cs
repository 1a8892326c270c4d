using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>What the ledger knows of one operation, besides what the target shows of it.</summary>
internal sealed record EarlierRuns(Operation Operation, PastOperation Known, string Target)
{
    /// <summary>Whether what was applied is no longer there; what stands there changed is another matter.</summary>
    public bool HasLost(Standing standing) => Known.Applied && standing is Standing.Ready or Standing.Waiting or Standing.Conflict { Absent: not null };

    /// <summary>What the target has lost.</summary>
    public Problem Lost => new(
        Codes.GoneFromTarget, Operation.Id,
        Operation.TakesAway
            ? $"The ledger says that this was done on {Target} on {Time(Known.AppliedAt)}, and what it took away is there again. {Target} was restored from an older backup, or somebody entered it again."
            : $"The ledger says that this was done on {Target} on {Time(Known.AppliedAt)}, and {Target} does not hold it. {Target} was restored from an older backup, or somebody took it back.",
        $"Find out which. If it was taken back on purpose, there is nothing to do. If {Target} was restored, and with no other replay under way: `replay --again-after-restore` plans it again, to be confirmed again.");

    /// <summary>Whether a person has to know that it was sent before: what was sent may still come, or a part of it may be there.</summary>
    public bool MattersThatItWasSent => Known.Sent is not null && (Known.HasFailed || !OperationKind.Of(Operation)!.TakesEffectOnce);

    public Observed WasSent => new("sent before", Time(Known.Sent));

    public string SentNote => Known.HasFailed
        ? $"{Operation.Id} was sent to {Target} on {Time(Known.Sent)}, and {Target} failed at it. A part of it may be there: look, and delete what is left of it, before you confirm."
        : $"{Operation.Id} was sent to {Target} on {Time(Known.Sent)} and no answer came. {Target} does not show it. If {Target} is still at work on it, it will be there twice once you confirm: look again first.";

    public Observed WasApplied => new("applied before", Time(Known.AppliedAt));

    private static string Time(DateTimeOffset? at) => at is { } time ? Moments.Shown(time) : "an unknown date";
}
