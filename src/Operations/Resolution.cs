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
        /// <summary>What is not there at all: not several, and not one that some keys do not point to. Null where it is one of these.</summary>
        public Absent? Absent { get; private init; }

        /// <summary>Nothing is there by these keys.</summary>
        internal static Not Nothing(Absent absent, string message, string remedy) =>
            new([new Problem(Codes.NoneFound, absent.ToString(), message, remedy)]) { Absent = absent };
    }

    public sealed record Unseen(Problem Problem) : Resolution;
}

/// <summary>What a reference names and a target does not have.</summary>
public sealed record Absent(ResourceOperations Resource, Reference.Found Reference)
{
    public override string ToString() => $"{Resource.Title} {Reference}";
}
