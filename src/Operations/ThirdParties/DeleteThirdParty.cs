using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Takes away a third party that a changeset made and that nothing uses. With it Dolibarr deletes its bank details, its contacts
/// and its prices without a word: where there are any, it stays.
/// </summary>
internal sealed class DeleteThirdParty : Deletion
{
    private DeleteThirdParty()
        : base(ThirdPartyFields.All.All)
    {
    }

    public static DeleteThirdParty Instance { get; } = new();

    protected override ResourceOperations Resource => ThirdPartyOperations.Instance;

    public override ImmutableArray<Right> RightsToRead =>
    [
        .. RightsNeeded.ReadingThirdParties, .. RightsNeeded.ReadingSupplierInvoices, Right.ReadContacts, .. RightsNeeded.ReadingProducts,
    ];

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.DeletingThirdParties;

    internal override async Task<Answer<ImmutableArray<Marked>>> MarkedAsync(string marker, Site site, CancellationToken cancel) =>
        Marked(await site.Read.ThirdParties.FindAsync(ThirdPartyColumn.Marker, [marker], cancel));

    protected override async Task<Answer<ImmutableArray<Marked>>> WithIdAsync(long id, Site site, CancellationToken cancel) =>
        Marked(await site.Read.ThirdParties.GetAllAsync([id], cancel));

    protected override async Task<Answer<long>> SendAsync(Operation.Delete operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        (await site.Writer.ThirdParties.DeleteAsync(ready.On!.Value, cancel)).Map(_ => ready.On.Value);

    internal override async Task<Standing?> InTheWayAsync(Operation.Delete operation, Marked held, Site site, CancellationToken cancel)
    {
        var invoices = await site.Read.SupplierInvoices.FindBySupplierAsync(held.Id, cancel);
        if (invoices is not Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var all })
        {
            return Standings.Unseen(invoices.ProblemOf(operation.Id));
        }
        var going = site.Changeset.Operations.OfType<Operation.Delete>().Select(o => o.Before.TextOf(CommonFields.Marker)).ToHashSet(StringComparer.Ordinal);
        var staying = all.Where(invoice => !going.Contains(invoice.Marker)).ToList();
        if (staying.Count > 0)
        {
            return Standings.Conflict(new Problem(
                ErrorCodes.InUse, operation.Id, $"{held.Words} has invoices on {site.Name} that stay: {string.Join("; ", staying.Select(SupplierInvoiceImage.Describe))}.",
                "Leave it: a supplier stays as long as it has invoices. What is wrong with it is corrected by a new changeset."));
        }
        var contacts = await site.Read.Objects(Contact.Resource).FindAsync([ObjectLook.For(Contact.Resource.Fields[Contact.ThirdParty]!, held.Id)], cancel);
        if (contacts is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var people })
        {
            return Standings.Unseen(contacts.ProblemOf(operation.Id));
        }
        if (people.Where(one => !going.Contains(one.Marker)).ToList() is { Count: > 0 } left)
        {
            return Standings.Conflict(new Problem(
                "has-contacts", operation.Id, $"{held.Words} has contacts on {site.Name}, which would go with it: {string.Join("; ", left.Select(((ObjectOperations)ResourceOperations.Named(Contact.Resource.Name)!).Describe))}.",
                $"Look at them on {site.Name}; take them or the whole away by hand, if they are to go."));
        }
        if (await PricedAsync(operation, held, site, cancel) is { } priced)
        {
            return priced;
        }
        var accounts = await site.Read.BankAccounts.ListAsync(held.Id, cancel);
        return accounts switch
        {
            Answer<ImmutableArray<BankAccount>>.Ok { Value: [] } => null,
            Answer<ImmutableArray<BankAccount>>.Ok => Standings.Conflict(new Problem(
                "has-bank-details", operation.Id, $"Somebody gave {held.Words} bank details on {site.Name}, which would go with it.", $"Look at it on {site.Name}; take the bank details or the whole away by hand, if they are to go.")),
            _ => Standings.Unseen(accounts.ProblemOf(operation.Id)),
        };
    }

    /// <summary>The prices that would go with it, but for those that the same changeset deletes; null where there are none.</summary>
    private static async Task<Standing?> PricedAsync(Operation.Delete operation, Marked held, Site site, CancellationToken cancel)
    {
        var resource = SupplierPriceFields.Resource;
        var answer = await site.Read.Objects(resource)
            .FindAsync([ObjectLook.For(resource.Fields[SupplierPriceFields.Supplier]!, held.Id)], cancel);
        if (answer is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var prices })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var going = site.Changeset.Operations.OfType<Operation.Delete>().Where(other => other.Resource == resource.Name).ToList();
        var staying = prices.Where(one => !going.Any(other => resource.Fields.Differences(other.Before, one.Held).IsEmpty)).ToList();
        return staying.Count == 0
            ? null
            : Standings.Conflict(new Problem(
                "has-prices", operation.Id,
                $"{held.Words} has prices on {site.Name}, which would go with it: "
                    + $"{string.Join("; ", staying.Select(SupplierPriceOperations.Instance.Describe))}.",
                $"Look at them on {site.Name}; take them or the whole away by hand, if they are to go."));
    }

    private static Answer<ImmutableArray<Marked>> Marked(Answer<ImmutableArray<ThirdParty>> found) => found.Map<ImmutableArray<Marked>>(all =>
        [.. all.Select(party => new Marked(party.Id, ThirdPartyImage.Of(party).With(CommonFields.Marker, party.Marker), ThirdPartyImage.Describe(party)))]);
}
