using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>What a reference points to on one target. Closed.</summary>
public abstract record Resolution
{
    private Resolution() { }

    /// <summary>Exactly one object, to which every key points.</summary>
    public sealed record One(long Id, ImmutableArray<Observed> Seen) : Resolution;

    /// <summary>An object that an earlier operation has yet to make.</summary>
    public sealed record Later(string Operation) : Resolution;

    /// <summary>None, several, or one that some keys do not point to.</summary>
    public sealed record Not(ImmutableArray<Problem> Problems) : Resolution
    {
        /// <summary>The code of a problem that says that nothing is there at all.</summary>
        internal const string NoneFound = "none-found";

        /// <summary>Whether nothing is there by these keys: not several, and not one that some keys do not point to.</summary>
        internal bool AreAllAbsent => Problems.All(p => p.Code == NoneFound);
    }

    public sealed record Unseen(Problem Problem) : Resolution;
}
