using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>
/// The accounts that documents ask to be paid on, against those that the target has: computed here, whatever a recorder
/// noted, for a list of warnings in a changeset can be cut.
/// </summary>
internal sealed class TargetAccounts(Plan plan)
{
    public async Task<Found> LookAsync(ImmutableArray<Operation.Create> toDo, Site site, CancellationToken cancel)
    {
        var changeset = plan.Loaded.Changeset;
        var invoices = toDo.Where(o => o.Resource == "supplierInvoice" && AccountRisks.AreAsked(changeset, o, plan.Checks)).ToList();
        var suppliers = await site.Read.TogetherAsync(invoices, async o => (Invoice: o, Id: await SupplierAsync(o, site, cancel)));
        var known = await site.Read.TogetherAsync([.. suppliers.Select(one => one.Id).OfType<long>().Distinct()], async id => (Id: id, Accounts: await AccountsAsync(id, site, cancel)));
        if (known.Select(one => one.Accounts).FirstOrDefault(answer => answer is not Answer<SupplierAccounts>.Ok) is { } unseen)
        {
            return new Found([], unseen.ProblemOf(site.Name));
        }
        var accounts = known.ToDictionary(one => one.Id, one => ((Answer<SupplierAccounts>.Ok)one.Accounts).Value);
        return new Found(
            suppliers.SelectMany(one => AccountRisks.Of(changeset, one.Invoice, plan.Checks, one.Id is { } id ? accounts[id] : SupplierAccounts.None)).Select(finding => CheckedPlan.RiskOf(finding, SupplierInvoiceFields.Resource.Name)), null);
    }

    /// <summary>Null where it is yet to be entered, or is not found: that stops elsewhere.</summary>
    private static async Task<long?> SupplierAsync(Operation.Create invoice, Site site, CancellationToken cancel) =>
        invoice.Set.ReferenceOf("supplier") is { } supplier && await site.ResolveAsync(supplier, ResourceOperations.Named("thirdparty")!, cancel) is Resolution.One { Id: var id } ? id : null;

    private static async Task<Answer<SupplierAccounts>> AccountsAsync(long id, Site site, CancellationToken cancel) =>
        await (await site.Read.Objects(ThirdPartyFields.Resource).GetAsync(id, cancel)).ThenAsync(async party => (await site.Read.BankAccounts.ListAsync(id, cancel)).Map(onFile =>
            new SupplierAccounts(party.Held.TextOf(ThirdPartyFields.Name) ?? "", [.. onFile.Select(account => IbanForm.Bare(account.Iban)).Where(iban => iban.Length > 0).Distinct(StringComparer.Ordinal)])));
}
