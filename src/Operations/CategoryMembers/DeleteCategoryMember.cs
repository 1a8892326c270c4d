using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Takes an object out of a category. Nothing is lost by it but that; where either is gone, so is the entry.</summary>
internal sealed class DeleteCategoryMember : OperationKind<Operation.Delete>
{
    public override string Do => "delete";

    public override FieldSet Fields => CategoryMemberFields.Resource.Fields;

    public override ImmutableArray<Right> RightsToRead => CategoryMemberOperations.RightsToRead;

    public override ImmutableArray<Right> RightsToWrite => CategoryMemberOperations.RightsToWrite;

    protected override IEnumerable<Problem> Check(Operation.Delete operation, Changeset changeset)
    {
        foreach (var problem in Membership.Check(KeysOf(operation), $"{operation.Id}.on", changeset))
        {
            yield return problem;
        }
        if (Membership.Of(KeysOf(operation), changeset) is { } entry && operation.Before.TextOf(CategoryMemberFields.As) != entry.Kind)
        {
            yield return new Problem(
                Codes.MissingBefore, $"{operation.Id}.before.{CategoryMemberFields.As}",
                $"It does not say that the object is there as {entry.Kind}.", "Make the changeset again with `replay revert`.");
        }
    }

    protected override async Task<Standing> StandAsync(Operation.Delete operation, Site site, Asking asking, CancellationToken cancel)
    {
        var entry = EntryOf(operation, site);
        var (blocked, category, member, seen) = await entry.ResolveAsync(site, cancel);
        if (blocked is Resolution.Not { Absent: not null })
        {
            return Gone(entry, []);
        }
        if (blocked is not null)
        {
            return Standings.Blocked(blocked, operation.Id)!;
        }
        return await site.Read.CategoryMembers.HasAsync(category, new CategoryMember(entry.Kind, member), cancel) switch
        {
            Answer<bool>.Ok { Value: true } => new Standing.Ready(category)
            {
                Ids = ImmutableDictionary<Reference, long>.Empty.SetItem(entry.Object, member),
                Seen = [.. seen, new Observed("entry", entry.Kind)],
            },
            Answer<bool>.Ok => Gone(entry, seen),
            var unseen => Standings.Unseen(unseen.ProblemOf(operation.Id)),
        };
    }

    protected override async Task<Answer<long>> SendAsync(
        Operation.Delete operation, WritableSite site, Standing.Ready ready, CancellationToken cancel)
    {
        var entry = EntryOf(operation, site.Site);
        return (await site.Writer.CategoryMembers.RemoveAsync(ready.On!.Value, new CategoryMember(entry.Kind, ready.Ids[entry.Object]), cancel))
            .Map(_ => ready.On.Value);
    }

    protected override Task<Answer<Fields>> ReadAsync(Operation.Delete operation, Site site, long id, CancellationToken cancel) =>
        EntryOf(operation, site).HeldAsync(site, cancel);

    protected override Fields BeforeImage(Operation.Delete operation, Fields held) => held;

    protected override Task<Answer<long>> TakeBackAsync(Operation.Delete operation, WritableSite site, long id, CancellationToken cancel) =>
        Task.FromResult<Answer<long>>(new Answer<long>.Refused(new Problem(
            Codes.Deleted, "", "What was taken out of a category stays out: no marker says that it was there by this changeset.",
            "Put it there again, if it is still wanted.")));

    protected override Fields AfterImage(Operation.Delete operation, Fields held) => Changesets.Fields.None;

    protected override ImmutableArray<Difference> Differences(Operation.Delete operation, Fields held, Changeset changeset) =>
        held.Count == 0 ? [] : [new Difference(CategoryMemberFields.As, "", held.TextOf(CategoryMemberFields.As) ?? "")];

    private static Standing.Done Gone(Membership entry, ImmutableArray<Observed> seen) =>
        new(null, Changesets.Fields.None) { Seen = [.. seen, new Observed($"entry as {entry.Kind}", Observed.Absent)] };

    private static Fields KeysOf(Operation.Delete operation) => operation.On is Reference.Found found ? found.Keys : Changesets.Fields.None;

    private static Membership EntryOf(Operation.Delete operation, Site site) =>
        Membership.Of(KeysOf(operation), site.Changeset)
            ?? throw new ArgumentException("An entry in a category names both; it should have been checked.", nameof(operation));
}
