using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Enters a supplier's price. Dolibarr replaces one that is there by the same names without a word, so it is looked for first;
/// and leaves an empty row behind where it refuses the supplier, so that is looked at too.
/// </summary>
internal sealed class CreateSupplierPrice(SupplierPriceOperations operations) : CreateObject(operations)
{
    private static readonly Resource Price = SupplierPriceFields.Resource;

    internal override bool LeavesMarker => false;

    // A second one replaces the first.
    internal override bool TakesEffectOnce => true;

    protected override IEnumerable<Problem> Check(Operation.Create operation, Changeset changeset)
    {
        var faults = base.Check(operation, changeset).ToList();
        return faults.Count == 0 && SupplierPriceBodies.NotKept(operation.Set, $"{operation.Id}.set") is { } notKept ? [notKept] : faults;
    }

    protected override async Task<Standing> StandAsync(Operation.Create operation, Site site, Asking asking, CancellationToken cancel)
    {
        var named = await ObjectNames.ReferencesAsync(Price, operation.Set, site, cancel);
        if (named.Blocked is { } blocked)
        {
            return Standings.Blocked(blocked, operation.Id)!;
        }
        if (await SupplierPriceOperations.ClosedAsync(operation.Set.ReferenceOf(SupplierPriceFields.Supplier)!, site, cancel) is { } closed)
        {
            return Standings.Blocked(closed, operation.Id)!;
        }
        var look = ObjectLook.For(
            Fields[SupplierPriceFields.SupplierReference]!, operation.Set.TextOf(SupplierPriceFields.SupplierReference) ?? "");
        var answer = await site.Read.Objects(Price).FindAsync([look], cancel);
        if (answer is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var all })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var product = named.Ids[operation.Set.ReferenceOf(SupplierPriceFields.Product)!];
        var supplier = named.Ids[operation.Set.ReferenceOf(SupplierPriceFields.Supplier)!];
        ImmutableArray<DolibarrObject> supplied =
            [.. all.Where(one => one.Ids.GetValueOrDefault(SupplierPriceFields.Supplier) == supplier)];
        if (supplied.FirstOrDefault(one => one.Ids.GetValueOrDefault(SupplierPriceFields.Product) != product) is { } other)
        {
            return await TakenAsync(operation, other, site, cancel);
        }
        return supplied.FirstOrDefault(one => IsOf(one, operation.Set)) is { } there
            ? There(operation, site, there, [new Observed($"{operations.Title} {there.Id}", operations.Describe(there))])
            : new Standing.Ready(product)
            {
                Ids = named.Ids,
                Seen = [.. named.Seen, new Observed($"{operations.Title} {look.Value}", Observed.Absent)],
            };
    }

    protected override Task<Answer<long>> SendAsync(
        Operation.Create operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        site.Writer.SupplierPrices.SetAsync(
            ready.On!.Value,
            SupplierPriceBodies.Of(operation.Set, ready.Ids[operation.Set.ReferenceOf(SupplierPriceFields.Supplier)!]),
            cancel);

    protected override Task<Answer<long>> TakeBackAsync(
        Operation.Create operation, WritableSite site, long id, CancellationToken cancel) =>
        DeleteSupplierPrice.DeleteAsync(id, site, cancel);

    internal override async Task<Answer<Reversal>> ReverseAsync(Operation operation, Site site, long id, CancellationToken cancel)
    {
        var create = (Operation.Create)operation;
        var read = await site.Read.Objects(Price).GetAsync(id, cancel);
        return await read.ThenAsync(async found =>
        {
            var drift = Fields.Differences(LeftBy(create, site.Changeset), found.Held);
            if (!drift.IsEmpty)
            {
                return new Answer<Reversal>.Ok(new Reversal(null, new Problem(
                    Codes.ChangedSince, create.Id, $"{operations.Describe(found)} was changed on {site.Name} since: {Standings.List(drift)}.",
                    $"Find out what for. Delete it by hand on {site.Name}, if it is to go.")));
            }
            return (await operations.NameAsync(id, site, cancel)).Map(on => new Reversal(
                new Operation.Delete
                {
                    Id = create.Id,
                    Resource = create.Resource,
                    On = on,
                    Before = DeleteSupplierPrice.KeptOf(found.Held),
                },
                null));
        });
    }

    protected override Fields AfterImage(Operation.Create operation, Fields held) => held.Where(operation.Set.Has);

    /// <summary>What it holds where nobody has touched it: what this changeset left in it, and nothing that no changeset enters.</summary>
    private static Fields LeftBy(Operation.Create create, Changeset changeset) => WithinChangeset.Of(changeset).Behind(create)
        .Aggregate(
            Changesets.Fields.None.With(SupplierPriceFields.Discount, "0").With(SupplierPriceFields.Description, "")
                .With(SupplierPriceFields.DiscountAmount, "0").With(SupplierPriceFields.Charges, "0")
                .With(SupplierPriceFields.DeliveryDays, "").With(SupplierPriceFields.Reputation, "")
                .With(SupplierPriceFields.IsVatLost, false).With(SupplierPriceFields.CurrencyRate, "1")
                .With(create.After),
            (fields, later) => fields.With(later.After));

    /// <summary>A supplier's reference is one product's: Dolibarr refuses it for another, and does not say which has it.</summary>
    private async Task<Standing> TakenAsync(Operation.Create operation, DolibarrObject other, Site site, CancellationToken cancel)
    {
        var product = await ResourceOperations.Named(Fields[SupplierPriceFields.Product]!.Target)!
            .NameAsync(other.Ids.GetValueOrDefault(SupplierPriceFields.Product), site, cancel);
        return product is Answer<Reference.Found>.Ok { Value: var name }
            ? Standings.Conflict(new Problem(
                Codes.ReferenceTaken, operation.Id,
                $"On {site.Name} this supplier's reference {operations.Describe(other)} is that of another product: {name}."))
            : Standings.Unseen(product.ProblemOf(operation.Id));
    }

    private static bool IsOf(DolibarrObject found, Fields set) =>
        Price.Fields.Differences(set.Where(name => name == SupplierPriceFields.Quantity), found.Held).IsEmpty;
}
