using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Whether an invoice is on the target under another supplier: the same company may be on file by its name alone, and
/// then no legal id finds it. The same number, day and amount are looked for across all suppliers.
/// </summary>
internal sealed class DuplicatesElsewhere(DolibarrReader read, PersonDecisions decisions)
{
    /// <summary>Notices of what may be the same; refused where it is under a supplier that may be this one.</summary>
    /// <param name="facts">What the document says.</param>
    /// <param name="gross">Its total with VAT, in its own currency, as that of an invoice on file is in its own.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Result<ImmutableArray<Notice>>> LookAsync(InvoiceFacts facts, decimal gross, CancellationToken cancel)
    {
        var answer = (await read.SupplierInvoices.FindAlikeAsync(KeepableText.Reference(facts.Number!), facts.IssueDate!.Value, cancel)).ToResult("invoice");
        return await answer.ThenAsync(async found =>
        {
            ImmutableArray<SupplierInvoice> same = [.. found.Where(other => Math.Abs(other.TotalInclTax - gross) <= Duplicates.SameMoney)];
            if (same.IsEmpty)
            {
                return Result.Ok<ImmutableArray<Notice>>([]);
            }

            var suppliers = (await read.ThirdParties.GetAllAsync([.. same.Select(i => i.SupplierId)], cancel)).ToResult("invoice");
            return await suppliers.ThenAsync(parties => Task.FromResult(Judge(facts, same, parties)));
        });
    }

    private Result<ImmutableArray<Notice>> Judge(InvoiceFacts facts, ImmutableArray<SupplierInvoice> same, ImmutableArray<ThirdParty> parties)
    {
        var under = same.Select(invoice => new Suspect(invoice, parties.FirstOrDefault(p => p.Id == invoice.SupplierId))).ToList();
        var ours = under.Where(one => one.Supplier is { } party && facts.Seller.Names.Any(name => PartyNames.AreAlike(name, party.Name))).ToList();
        // A person who named the supplier has said that it is not one of these.
        return ours.Count > 0 && decisions.SupplierCode is null
            ? Result.Refused<ImmutableArray<Notice>>(new Problem(
                Codes.DuplicateElsewhere, "invoice", $"An invoice with this number, day and amount is on file already, under a supplier that may be this one: {string.Join("; ", ours.Select(Words))}. The document's seller is '{facts.Seller.Name}' ({SupplierIdentity.Words(facts.Seller)})."))
            : Result.Ok<ImmutableArray<Notice>>([.. under.Select(one => new Notice("possible-duplicate", $"Another supplier has an invoice of the same number, day and amount: {Words(one)}."))]);
    }

    private string Words(Suspect one) => string.Create(CultureInfo.InvariantCulture,
        $"'{one.Invoice.SupplierReference}' of {Days.Text(one.Invoice.Date)}, {Decimals.Cents(one.Invoice.TotalInclTax)} incl. tax, of {(one.Supplier is { } party ? ThirdPartyWords.Describe(party) : "a supplier that cannot be read")}, at {read.Server.Page(Operations.SupplierInvoiceOperations.Instance.Resource.PageOf(one.Invoice.Id))}");

    private sealed record Suspect(SupplierInvoice Invoice, ThirdParty? Supplier);
}
