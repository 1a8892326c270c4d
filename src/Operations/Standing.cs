using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>How one operation stands on one target; read-only. Closed.</summary>
public abstract record Standing
{
    private Standing() { }

    /// <summary>Every value that this rests on.</summary>
    public ImmutableArray<Observed> Seen { get; init; } = [];

    /// <summary>Not done yet, and nothing is in its way.</summary>
    /// <param name="On">The object that it will be done to; null where it makes one.</param>
    public sealed record Ready(long? On) : Standing
    {
        /// <summary>What its references point to here, as seen just now: sending asks nobody again.</summary>
        public ImmutableDictionary<Reference, long> Ids { get; init; } = ImmutableDictionary<Reference, long>.Empty;

        /// <summary>The same of what it names by code or ref.</summary>
        internal ImmutableDictionary<Named, long> Named { get; init; } = ImmutableDictionary<Named, long>.Empty;

        /// <summary>What the object is called on this target at this moment, where files hang on that name.</summary>
        public string Name { get; init; } = "";
    }

    /// <summary>Not done yet: it waits for the object that an earlier operation makes.</summary>
    public sealed record Waiting(string For) : Standing;

    /// <summary>Done before, by us or in just this way.</summary>
    /// <param name="Id">The object on this target; null where it was taken away.</param>
    /// <param name="Held">What it holds now; nothing where it was taken away.</param>
    public sealed record Done(long? Id, Fields Held) : Standing;

    /// <summary>The target is not as the sandbox was, in something that the operation touches or relies on.</summary>
    public sealed record Conflict(ImmutableArray<Problem> Problems) : Standing
    {
        /// <summary>What the object itself holds, where there is one and that is what differs.</summary>
        public Fields? Held { get; init; }

        /// <summary>What one of its references names, where that is not there at all and nothing else is in the way.</summary>
        public Absent? Absent { get; init; }
    }

    /// <summary>The target could not be read, so nothing is known.</summary>
    public sealed record Unseen(Problem Problem) : Standing;
}

/// <summary>Why a standing is asked for.</summary>
public enum Asking
{
    /// <summary>Before anything was sent: an equal object that lacks our marker is somebody else's.</summary>
    Afresh,

    /// <summary>After something was sent and no answer came: an equal object may be what we made.</summary>
    AfterSending,
}
