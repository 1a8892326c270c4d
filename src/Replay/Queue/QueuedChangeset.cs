using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>A changeset of the queue, with where it stands.</summary>
/// <param name="OnDisk">The changeset, without its blobs.</param>
/// <param name="State">By its file and the ledger; no Dolibarr was asked.</param>
/// <param name="Past">What the ledger knows of it.</param>
public sealed record QueuedChangeset(ChangesetOnDisk OnDisk, QueueState State, Past Past)
{
    /// <summary>What must be on prod before it, and is not; none where nothing is in its way.</summary>
    public ImmutableArray<QueueNeed> WaitsFor { get; init; } = [];

    public Changeset Changeset => OnDisk.Changeset;

    /// <summary>How many of its operations are done on prod.</summary>
    public int Applied => Changeset.Operations.Count(operation => Past.Of(operation.Id).Applied);

    /// <summary>Whether something is still to be done about it on prod.</summary>
    public bool IsToDo => State is QueueState.Waiting or QueueState.Begun or QueueState.Conflict;

    /// <summary>Whether nothing is left to be done or decided about it, so that lists only count it.</summary>
    public bool IsDoneWith => State is QueueState.Replayed or QueueState.Rejected or QueueState.Discarded;

    internal static QueuedChangeset Of(ChangesetOnDisk onDisk, Past past) => new(onDisk, StateOf(onDisk.Changeset, past), past);

    private static QueueState StateOf(Changeset changeset, Past past) => changeset.State switch
    {
        // What is on prod is there, whatever became of the changeset since.
        _ when !changeset.Operations.IsEmpty && changeset.Operations.All(operation => past.Of(operation.Id).Applied) => QueueState.Replayed,
        ChangesetState.Discarded => QueueState.Discarded,
        _ when past.Rejection is not null => QueueState.Rejected,
        ChangesetState.Open => QueueState.Open,
        _ when past.Ended.Any(IsConflict) => QueueState.Conflict,
        _ when !past.Confirmed.IsEmpty => QueueState.Begun,
        _ => QueueState.Waiting,
    };

    private static bool IsConflict(string outcome) => outcome.StartsWith(Outcomes.Conflict, StringComparison.Ordinal);
}

/// <summary>What a changeset needs of another one.</summary>
/// <param name="On">The other changeset's id.</param>
/// <param name="Path">Its <c>changeset.json</c>.</param>
/// <param name="State">Where that one stands: one that was rejected or discarded will not make it.</param>
/// <param name="By">The operation of the other one that makes, or brings about, what is needed.</param>
/// <param name="For">The operation that needs it.</param>
public sealed record QueueNeed(string On, string Path, QueueState State, Operation By, Operation For);
