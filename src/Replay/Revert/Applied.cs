using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>An operation that a changeset applied on a target.</summary>
/// <param name="Id">The object there.</param>
/// <param name="Made">Whether the changeset made that object.</param>
internal sealed record AppliedOperation(Operation Operation, long Id, bool Made)
{
    public bool IsOn(AppliedOperation other) => Id == other.Id && Operation.Resource == other.Operation.Resource;
}

/// <summary>An object that a changeset made, as its marker proves, with what deletes it.</summary>
internal sealed record MadeObject(Marked Found, Deletion Deletion);

/// <summary>What a changeset applied on a target, and what can no longer be told or found.</summary>
/// <param name="Operations">In the changeset's order.</param>
/// <param name="Objects">The objects that it made, by the operation that made each.</param>
internal sealed record Applied(ImmutableArray<AppliedOperation> Operations, ImmutableSortedDictionary<string, MadeObject> Objects)
{
    public static Applied None { get; } = new([], ImmutableSortedDictionary.Create<string, MadeObject>(StringComparer.Ordinal));

    /// <summary>The objects that it made, those too that stay.</summary>
    public Bindings Bindings { get; init; } = Bindings.None;

    /// <summary>What nobody can take back.</summary>
    public ImmutableArray<Problem> Left { get; init; } = [];

    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Why the target could not be looked at; null where it could.</summary>
    public Problem? Unseen { get; init; }
}
