using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>What the earlier changesets of a batch have yet to do, and have done in this run.</summary>
internal sealed class EarlierMembers : EarlierWork
{
    private readonly ImmutableArray<Pending> pending;
    private readonly ImmutableDictionary<MadeObject, string> made;

    private EarlierMembers(ImmutableArray<Pending> pending, ImmutableDictionary<MadeObject, string> made) =>
        (this.pending, this.made) = (pending, made);

    /// <summary>Before the first.</summary>
    public static EarlierMembers AtFirst { get; } = new([], ImmutableDictionary<MadeObject, string>.Empty);

    /// <summary>The same once this plan is to be done before what comes.</summary>
    public EarlierMembers Awaiting(Plan plan) => new(
        pending.Add(new Pending(plan.Loaded.Changeset,
            [.. plan.Operations.Where(o => o.Outcome == Outcomes.ToApply).Select(o => o.Operation.Id)])), made);

    /// <summary>The same once a changeset was replayed, as far as it was: what it did not do, it will not do.</summary>
    public EarlierMembers Past(Changeset changeset, IEnumerable<ReplayedOperation> ended) => new(
        pending.RemoveAll(one => one.Changeset.Id == changeset.Id),
        made.SetItems(ended.Where(one => one is { Operation: Operation.Create, Outcome: Outcomes.Applied, Id: not null })
            .Select(one => KeyValuePair.Create(new MadeObject(one.Operation.Resource, one.Id!.Value), changeset.MarkerOf(one.Operation)))));

    /// <summary>All that they have yet to make.</summary>
    public IReadOnlyList<PendingCreation> Creations => [.. pending.SelectMany(one => one.Changeset.Operations.OfType<Operation.Create>()
        .Where(create => one.ToDo.Contains(create.Id)).Select(create => new PendingCreation(one.Changeset, create)))];

    public override string? WillMake(Absent absent) => pending.Reverse()
        .Select(one => new Making(one.Changeset).Of(absent) is { } maker && one.ToDo.Contains(maker.Id) ? one.Changeset.MarkerOf(maker)
            : null)
        .FirstOrDefault(maker => maker is not null);

    public override string? HasMade(string resource, long id) => made.GetValueOrDefault(new MadeObject(resource, id));

    /// <summary>A changeset that is to be replayed before, and its operations that are to be done.</summary>
    private sealed record Pending(Changeset Changeset, ImmutableHashSet<string> ToDo);

    private sealed record MadeObject(string Resource, long Id);
}
