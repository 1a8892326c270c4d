using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Changes a supplier's price. Dolibarr replaces all of it, so what is not changed is sent again as it was read; where it
/// holds what cannot be read, or is in another currency, it is left to a person.
/// </summary>
internal sealed class UpdateSupplierPrice(SupplierPriceOperations operations) : UpdateObject(operations)
{
    private static readonly Resource Price = SupplierPriceFields.Resource;

    protected override async Task<Standing> StandAsync(Operation.Update operation, Site site, Asking asking, CancellationToken cancel)
    {
        var standing = await base.StandAsync(operation, site, asking, cancel);
        if (standing is not Standing.Ready { On: { } id })
        {
            return standing;
        }
        var read = await site.Read.Objects(Price).GetAsync(id, cancel);
        if (read is not Answer<DolibarrObject>.Ok { Value: var found })
        {
            return Standings.Unseen(read.ProblemOf(operation.Id));
        }
        var more = await site.Read.SupplierPrices.HoldsMoreAsync(id, cancel);
        if (more is not Answer<bool>.Ok { Value: var holdsMore })
        {
            return Standings.Unseen(more.ProblemOf(operation.Id));
        }
        var why = holdsMore ? "It has a barcode or a code of VAT, which Dolibarr shows to no program and would lose"
            : Decimals.Strict(found.Held.TextOf(SupplierPriceFields.CurrencyRate)) is not (null or 1)
                ? $"It is in another currency ({found.Held.TextOf(SupplierPriceFields.Currency)}), whose price would be lost"
            : null;
        return why is not null
            ? Standings.Conflict(new Problem(
                Codes.HoldsMore, operation.Id, $"{operations.Describe(found)} cannot be changed on {site.Name} by this program. {why}.",
                $"Change it on {site.Name} by hand."))
            : SupplierPriceBodies.NotKept(found.Held.With(operation.Set), $"{operation.Id}.set") is { } notKept
                ? Standings.Conflict(notKept)
                : standing;
    }

    protected override async Task<Answer<long>> SendAsync(
        Operation.Update operation, WritableSite site, Standing.Ready ready, CancellationToken cancel)
    {
        // As it is now: whatever is not sent is gone.
        var read = await site.Site.Read.Apart().Objects(Price).GetAsync(ready.On!.Value, cancel);
        return await read.ThenAsync(found => site.Writer.SupplierPrices.SetAsync(
            found.Ids[SupplierPriceFields.Product],
            SupplierPriceBodies.Of(found.Held.With(operation.Set), found.Ids[SupplierPriceFields.Supplier]),
            cancel));
    }
}
