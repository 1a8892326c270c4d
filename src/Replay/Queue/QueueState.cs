namespace DolibarrAgent.Replay;

/// <summary>Where a changeset stands on its way to prod, by its file and the ledger alone.</summary>
public enum QueueState
{
    /// <summary>An agent is still at it, or died at it.</summary>
    Open,

    /// <summary>It can be planned and confirmed.</summary>
    Waiting,

    /// <summary>It was confirmed, and a part of it is not done: the replay was cut short, is under way, or left something out.</summary>
    Begun,

    /// <summary>Its last replay ended in a conflict.</summary>
    Conflict,

    /// <summary>All of it is on prod.</summary>
    Replayed,

    /// <summary>A person said no.</summary>
    Rejected,

    /// <summary>It was taken back from the sandbox.</summary>
    Discarded,
}
