using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>What of a changeset is to be replayed: all of it, or some operations with all that they need.</summary>
public sealed record Selection
{
    private readonly ImmutableArray<string> only;

    private Selection(ImmutableArray<string> only) => this.only = only;

    public static Selection All { get; } = new([]);

    public bool IsAll => only.IsEmpty;

    /// <summary>These operations, by id (<c>op2</c>), and whatever they need.</summary>
    public static Selection Only(IEnumerable<string> operations) => new([.. operations]);

    /// <summary>The operations that are taken, in recorded order.</summary>
    public ImmutableArray<Operation> Of(Changeset changeset)
    {
        if (IsAll)
        {
            return changeset.Operations;
        }
        return [.. Dependencies.Of(changeset).ClosureOf(only.Where(id => changeset.OperationNamed(id) is not null)).Select(id => changeset.OperationNamed(id)!)];
    }

    /// <summary>Those that were not asked for and come along because others need them.</summary>
    public ImmutableArray<string> ComingAlong(Changeset changeset) => IsAll ? [] : [.. Of(changeset).Select(o => o.Id).Except(only, StringComparer.Ordinal)];

    /// <summary>As it was asked for: <c>op2,op3</c>.</summary>
    public override string ToString() => string.Join(',', only);

    internal IEnumerable<Problem> Problems(Changeset changeset) => only.Where(id => changeset.OperationNamed(id) is null).Select(id => new Problem(
        Codes.NoSuchOperation, "--only", $"The changeset has no operation '{id}'.", $"Name operations as the review does: op1 to op{changeset.Operations.Length}."));
}
