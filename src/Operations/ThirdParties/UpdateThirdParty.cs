using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Changes some fields of a third party, where they still hold what they held on the sandbox before.</summary>
internal sealed class UpdateThirdParty : OperationKind<Operation.Update>
{
    public override string Do => "update";

    public override FieldSet Fields => ThirdPartyFields.All;

    public override ImmutableArray<Right> RightsToRead => RightsNeeded.ReadingThirdParties;

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.WritingThirdParties;

    protected override IEnumerable<Problem> Check(Operation.Update operation, Changeset changeset) =>
        ThirdPartyFields.All.Check(operation.Set, $"{operation.Id}.set")
            .Concat(Updates.Check(operation))
            .Concat(operation.Set.TextOf(ThirdPartyFields.Name) is { } name && string.IsNullOrWhiteSpace(name)
                ? [new Problem("empty-name", $"{operation.Id}.set.{ThirdPartyFields.Name}", "A third party cannot lose its name; Dolibarr would ignore it.", "Give the new name.")]
                : [])
            .Concat(operation.Set[ThirdPartyFields.Supplier] is FieldValue.Flag { Value: false }
                ? [new Problem("cannot-be-taken-away", $"{operation.Id}.set.{ThirdPartyFields.Supplier}", "That a third party is a supplier is never taken away here: others may have come to rely on it.", "Take it away by hand, if nothing uses it.")]
                : [])
            .Concat(operation.Set.TextOf(ThirdPartyFields.Country) is ""
                ? [new Problem("cannot-be-cleared", $"{operation.Id}.set.{ThirdPartyFields.Country}", "Dolibarr's API clears no country.", "Give the right country, or clear it by hand.")]
                : []);

    protected override async Task<Standing> StandAsync(Operation.Update operation, Site site, Asking asking, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(operation.On, ThirdPartyOperations.Instance, cancel);
        if (resolution is not Resolution.One one)
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        var answer = await ReadAsync(operation, site, one.Id, cancel);
        return answer is Answer<Fields>.Ok { Value: var held }
            ? Updates.Stand(operation, ThirdPartyFields.All, (one, held), site)
            : Standings.Unseen(answer.ProblemOf(operation.Id));
    }

    protected override async Task<Answer<long>> SendAsync(Operation.Update operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        await (await ThirdPartyRequests.CountryOfAsync(operation.Set, site.Site, cancel))
            .ThenAsync(async country => (await site.Writer.ThirdParties.UpdateAsync(ready.On!.Value, ThirdPartyRequests.Change(operation.Set, country), cancel)).Map(_ => ready.On.Value));

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Update operation, Site site, long id, CancellationToken cancel) =>
        (await site.Read.ThirdParties.GetAsync(id, cancel)).Map(ThirdPartyImage.Of);

    protected override Fields BeforeImage(Operation.Update operation, Fields held) => held.Where(operation.Set.Has);

    protected override Task<Answer<long>> TakeBackAsync(Operation.Update operation, WritableSite site, long id, CancellationToken cancel) =>
        SendAsync(operation with { Set = operation.Before }, site, new Standing.Ready(id), cancel);

    protected override Fields AfterImage(Operation.Update operation, Fields held) => held.Where(operation.Set.Has);

    protected override ImmutableArray<Difference> Differences(Operation.Update operation, Fields held, Changeset changeset) =>
        ThirdPartyFields.All.Differences(Standings.StillAsked(operation.Set, operation, changeset), held);
}
