using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Puts an object in a category. Dolibarr takes any object as any kind and then shows it nowhere, so what the category is
/// for and what the object is must agree.
/// </summary>
internal sealed class CreateCategoryMember : OperationKind<Operation.Create>
{
    public override string Do => "create";

    public override FieldSet Fields => CategoryMemberFields.Resource.Fields;

    public override ImmutableArray<Right> RightsToRead => CategoryMemberOperations.RightsToRead;

    public override ImmutableArray<Right> RightsToWrite => CategoryMemberOperations.RightsToWrite;

    protected override IEnumerable<Problem> Check(Operation.Create operation, Changeset changeset) =>
        Fields.Check(operation.Set, $"{operation.Id}.set")
            .Concat(Membership.Check(operation.Set, $"{operation.Id}.set", changeset))
            .Concat(operation.Set.Names.All(operation.Keys.Contains)
                ? []
                : [new Problem(Codes.MissingKey, $"{operation.Id}.keys", "An entry in a category is found again by both.",
                    $"Use {string.Join(", ", operation.Set.Names)}.")]);

    protected override async Task<Standing> StandAsync(Operation.Create operation, Site site, Asking asking, CancellationToken cancel)
    {
        var entry = EntryOf(operation, site.Changeset);
        var (blocked, category, member, seen) = await entry.ResolveAsync(site, cancel);
        if (blocked is not null)
        {
            return Standings.Blocked(blocked, operation.Id)!;
        }
        var has = await site.Read.CategoryMembers.HasAsync(category, new CategoryMember(entry.Kind, member), cancel);
        if (has is not Answer<bool>.Ok { Value: var isThere })
        {
            return Standings.Unseen(has.ProblemOf(operation.Id));
        }
        if (isThere)
        {
            return new Standing.Done(category, Held(entry)) { Seen = seen };
        }
        return await OtherKindAsync(operation, entry, new MemberHere(site, member), cancel) ?? new Standing.Ready(category)
        {
            Ids = ImmutableDictionary<Reference, long>.Empty.SetItem(entry.Object, member),
            Seen = [.. seen, new Observed($"entry as {entry.Kind}", Observed.Absent)],
        };
    }

    protected override async Task<Answer<long>> SendAsync(
        Operation.Create operation, WritableSite site, Standing.Ready ready, CancellationToken cancel)
    {
        var entry = EntryOf(operation, site.Site.Changeset);
        return (await site.Writer.CategoryMembers.AddAsync(ready.On!.Value, new CategoryMember(entry.Kind, ready.Ids[entry.Object]), cancel))
            .Map(_ => ready.On.Value);
    }

    protected override Task<Answer<Fields>> ReadAsync(Operation.Create operation, Site site, long id, CancellationToken cancel) =>
        EntryOf(operation, site.Changeset).HeldAsync(site, cancel);

    protected override Fields BeforeImage(Operation.Create operation, Fields held) => Changesets.Fields.None;

    protected override async Task<Answer<long>> TakeBackAsync(
        Operation.Create operation, WritableSite site, long id, CancellationToken cancel)
    {
        var entry = EntryOf(operation, site.Site.Changeset);
        return await entry.ResolveAsync(site.Site, cancel) switch
        {
            (null, var category, var member, _) =>
                (await site.Writer.CategoryMembers.RemoveAsync(category, new CategoryMember(entry.Kind, member), cancel)).Map(_ => category),
            (Resolution.Unseen { Problem: var unseen }, _, _, _) =>
                new Answer<long>.Unanswered(unseen, false),
            // It went with its object.
            _ => new Answer<long>.Ok(id),
        };
    }

    internal override async Task<Answer<Reversal>> ReverseAsync(Operation operation, Site site, long id, CancellationToken cancel)
    {
        var create = (Operation.Create)operation;
        var entry = EntryOf(create, site.Changeset);
        var (blocked, category, member, _) = await entry.ResolveAsync(site, cancel);
        if (blocked is not null)
        {
            return new Answer<Reversal>.Ok(Reversal.None);
        }
        var names = await ResourceOperations.Named(CategoryFields.Name)!.NameAsync(category, site, cancel);
        return await names.ThenAsync(async named =>
        {
            var target = ResourceOperations.Named(Fields[entry.Field]!.Target)!;
            return (await target.NameAsync(member, site, cancel)).Map(one => new Reversal(
                new Operation.Delete
                {
                    Id = create.Id,
                    Resource = create.Resource,
                    On = new Reference.Found(Changesets.Fields.None.With(CategoryMemberFields.Category, named).With(entry.Field, one)),
                    Before = Held(entry),
                },
                null));
        });
    }

    protected override Fields AfterImage(Operation.Create operation, Fields held) => held;

    protected override ImmutableArray<Difference> Differences(Operation.Create operation, Fields held, Changeset changeset) =>
        Fields.Differences(Held(EntryOf(operation, changeset)), held);

    private static Fields Held(Membership entry) => Changesets.Fields.None.With(CategoryMemberFields.As, entry.Kind);

    /// <summary>
    /// The conflict where a third party is not a supplier, and the category is for such: the server would show it nowhere. Null
    /// where there is none.
    /// </summary>
    private static async Task<Standing?> OtherKindAsync(
        Operation operation, Membership entry, MemberHere member, CancellationToken cancel)
    {
        if (entry.Kind != CategoryFields.Supplier)
        {
            return null;
        }
        return await member.Site.Read.Objects(ThirdPartyFields.Resource).GetAsync(member.Id, cancel) switch
        {
            Answer<DolibarrObject>.Ok { Value: var party } when new ThirdParty(party) is { IsSupplier: true } => null,
            Answer<DolibarrObject>.Ok { Value: var party } => Standings.Conflict(new Problem(
                Codes.NotASupplier, operation.Id,
                $"'{party.Held.TextOf(ThirdPartyFields.Name)}' is not a supplier on {member.Site.Name}, and the category is for suppliers.",
                "Make it a supplier first, or name a category for customers.")),
            var unseen => Standings.Unseen(unseen.ProblemOf(operation.Id)),
        };
    }

    private static Membership EntryOf(Operation.Create operation, Changeset changeset) =>
        Membership.Of(operation.Set, changeset)
            ?? throw new ArgumentException("An entry in a category names both; it should have been checked.", nameof(operation));

    private sealed record MemberHere(Site Site, long Id);
}
