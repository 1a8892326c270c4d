using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Deletes a supplier's price that is in every field as the before-image says. It keeps no marker: nothing else proves whose it
/// is.
/// </summary>
internal sealed class DeleteSupplierPrice(SupplierPriceOperations operations) : OperationKind<Operation.Delete>
{
    private static readonly Resource Price = SupplierPriceFields.Resource;

    public override string Do => "delete";

    public override FieldSet Fields => Price.Fields;

    public override ImmutableArray<Right> RightsToRead => operations.RightsToRead;

    public override ImmutableArray<Right> RightsToWrite => [.. RightsToRead, .. Price.Api!.Deleting];

    /// <summary>The part that a before-image keeps.</summary>
    public static Fields KeptOf(Fields held) => held.Where(name => Price.Fields[name] is { Drawn: false });

    /// <summary>Takes one away by its number on the target; one that is gone already is done.</summary>
    public static async Task<Answer<long>> DeleteAsync(long id, WritableSite site, CancellationToken cancel) =>
        await site.Site.Read.Apart().Objects(Price).GetAsync(id, cancel) switch
        {
            Answer<DolibarrObject>.Ok { Value: var found } =>
                await site.Writer.SupplierPrices.DeleteAsync(found.Ids[SupplierPriceFields.Product], id, cancel),
            var unseen => unseen.Map(_ => id),
        };

    protected override IEnumerable<Problem> Check(Operation.Delete operation, Changeset changeset) =>
        Fields.All.Where(field => field is { Drawn: false, Type: not FieldType.Reference } && !operation.Before.Has(field.Name))
            .Select(field => new Problem(
                Codes.MissingBefore, $"{operation.Id}.before.{field.Name}",
                $"What '{field.Name}' holds is not recorded, so nobody could see whether it has moved.",
                "Make the changeset again with `replay revert`."));

    protected override async Task<Standing> StandAsync(Operation.Delete operation, Site site, Asking asking, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(operation.On, operations, cancel);
        if (resolution is Resolution.Not { Absent: not null })
        {
            return new Standing.Done(null, Changesets.Fields.None) { Seen = [new Observed(operations.Title, Observed.Absent)] };
        }
        if (resolution is not Resolution.One one)
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        var read = await site.Read.Objects(Price).GetAsync(one.Id, cancel);
        if (read is not Answer<DolibarrObject>.Ok { Value: var found })
        {
            return Standings.Unseen(read.ProblemOf(operation.Id));
        }
        var moved = Fields.Differences(operation.Before, found.Held);
        return moved.IsEmpty
            ? new Standing.Ready(one.Id)
            {
                Seen =
                [
                    .. one.Seen,
                    .. operation.Before.Select(before => new Observed(before.Key, Fields.Words(before.Key, found.Held[before.Key]))),
                ],
            }
            : Standings.Conflict(new Problem(
                Codes.ChangedSince, operation.Id, $"{operations.Describe(found)} was changed on {site.Name} since: {Standings.List(moved)}.",
                $"Find out which is right. Then delete it by hand on {site.Name}, or make the changeset again with `replay revert`.")) with
            { Held = found.Held };
    }

    protected override Task<Answer<long>> SendAsync(
        Operation.Delete operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        DeleteAsync(ready.On!.Value, site, cancel);

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Delete operation, Site site, long id, CancellationToken cancel) =>
        (await site.Read.Objects(Price).GetAllAsync([id], cancel)).Map(found => found is [var one] ? one.Held : Changesets.Fields.None);

    protected override Fields BeforeImage(Operation.Delete operation, Fields held) => KeptOf(held);

    protected override Task<Answer<long>> TakeBackAsync(
        Operation.Delete operation, WritableSite site, long id, CancellationToken cancel) =>
        Task.FromResult<Answer<long>>(new Answer<long>.Refused(new Problem(
            Codes.Deleted, "", $"The {operations.Title} stays deleted: no marker says that it was there by this changeset.")));

    protected override Fields AfterImage(Operation.Delete operation, Fields held) => Changesets.Fields.None;

    protected override ImmutableArray<Difference> Differences(Operation.Delete operation, Fields held, Changeset changeset) =>
        held.Count == 0 ? [] : [new Difference(operations.Title, "gone", "still there")];
}
