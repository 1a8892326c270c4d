using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>What became of one operation on one target. Closed.</summary>
public abstract record Performed
{
    private Performed() { }

    /// <summary>It is there, and it is what was asked: read back and compared.</summary>
    /// <param name="Id">The object on the target; null where it was taken away and its id is no longer known.</param>
    /// <param name="Held">What it holds now; nothing where it was taken away.</param>
    /// <param name="Already">Nothing was sent now: it was so before.</param>
    public sealed record Applied(long? Id, Fields Held, bool Already) : Performed
    {
        /// <summary>The assumption on which it rests that this is all that will come of it; empty where it rests on none.</summary>
        public string Assumed { get; init; } = "";
    }

    /// <summary>The target holds something else than what was asked for or relied on.</summary>
    public sealed record Conflict(long? Id, ImmutableArray<Problem> Problems) : Performed;

    /// <summary>Something was sent, no answer came, and the target does not tell what became of it.</summary>
    public sealed record Unknown(Problem Problem) : Performed;

    /// <summary>The target refused: nothing took effect.</summary>
    public sealed record Failed(Problem Problem) : Performed;

    /// <summary>The target could not be looked at just before, or not be reached: nothing was sent.</summary>
    public sealed record NotReached(Problem Problem) : Performed;
}
