using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Whether an invoice is on the target already: by the supplier's reference, or the same money on the same day under another.</summary>
internal sealed class Duplicates(DolibarrReader read)
{
    /// <summary>Notices of what may be the same; refused where it is there, saying where.</summary>
    public async Task<Result<ImmutableArray<Notice>>> LookAsync(ThirdParty supplier, string reference, (DateOnly Date, decimal Gross) invoice, CancellationToken cancel)
    {
        var same = (await read.SupplierInvoices.FindBySupplierReferenceAsync([reference], supplier.Id, cancel)).ToResult("invoice");
        if (same is not Result<ImmutableArray<SupplierInvoice>>.Ok { Value: var there })
        {
            return same.Map(_ => ImmutableArray<Notice>.Empty);
        }
        if (!there.IsEmpty)
        {
            return Result.Refused<ImmutableArray<Notice>>(AlreadyThere(supplier, there));
        }
        var day = (await read.SupplierInvoices.FindByDateAsync(supplier.Id, invoice.Date, cancel)).ToResult("invoice");
        return day.Map(found => found
            .Where(other => other.TotalInclTax == invoice.Gross)
            .Select(other => new Notice("possible-duplicate", $"'{supplier.Name}' has another invoice of the same day and amount: {Describe(other)}, at {Page(other)}."))
            .ToImmutableArray());
    }

    private Problem AlreadyThere(ThirdParty supplier, ImmutableArray<SupplierInvoice> there) => new(
        "duplicate", "invoice", $"This invoice of '{supplier.Name}' is entered already: {string.Join("; ", there.Select(i => $"{Describe(i)}, at {Page(i)}"))}.",
        "Nothing to enter. If the document is another invoice, find out which number is right.");

    private static string Describe(SupplierInvoice invoice) => string.Create(CultureInfo.InvariantCulture,
        $"'{invoice.SupplierReference}' of {invoice.Date:yyyy-MM-dd}, {invoice.TotalInclTax:0.00} incl. tax, {invoice.Status.ToString().ToLowerInvariant()} as {invoice.Ref}");

    private Uri Page(SupplierInvoice invoice) => read.Server.Page(Operations.SupplierInvoiceResource.Instance.PageOf(invoice.Id));
}
