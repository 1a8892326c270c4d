using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Whether an invoice is on the target already: by the supplier's reference, or the same money on the same day under another.</summary>
/// <param name="read">The target.</param>
/// <param name="recorded">The changesets that may have brought what is there; null where nobody asks.</param>
internal sealed class Duplicates(DolibarrReader read, RecordedChangesets? recorded = null)
{
    /// <summary>What may come of a model's own arithmetic or of a server's rounding; more is another amount.</summary>
    public const decimal SameMoney = 0.05m;

    /// <summary>How many of the same day and amount are named: a few make a person look, and of hundreds each changeset would name hundreds.</summary>
    private const int MostNamed = 5;

    /// <summary>The markers of what the last look saw under the same reference, or on the same day.</summary>
    public ImmutableHashSet<string> Seen { get; private set; } = [];

    /// <summary>Notices of what may be the same; refused where it is there, saying where.</summary>
    public async Task<Result<ImmutableArray<Notice>>> LookAsync(ThirdParty supplier, string reference, DocumentTotal invoice, CancellationToken cancel)
    {
        var same = (await read.SupplierInvoices.FindBySupplierReferenceAsync([reference], supplier.Id, cancel)).ToResult("invoice");
        if (same is not Result<ImmutableArray<SupplierInvoice>>.Ok { Value: var there })
        {
            return same.Map(_ => ImmutableArray<Notice>.Empty);
        }
        var day = (await read.SupplierInvoices.FindHeadsByDateAsync(supplier.Id, invoice.Date, cancel)).ToResult("invoice");
        return await day.ThenAsync(found =>
        {
            Seen = [.. there.Concat(found).Select(other => other.Marker).Where(marker => marker.Length > 0)];
            var key = References.KeyOf(reference);
            ImmutableArray<SupplierInvoice> all = [.. there.Concat(found.Where(other => References.KeyOf(other.SupplierReference) == key)).DistinctBy(other => other.Id)];
            return Task.FromResult(all.IsEmpty
                ? Result.Ok(Alike(supplier, [.. found.Where(other => other.TotalInclTax == invoice.Gross && !IsOtherCurrency(other, invoice))]))
                : Result.Refused<ImmutableArray<Notice>>(LeftBehind(all) ?? (IsUnlike(all, invoice) is { } unlike ? Unlike(supplier, unlike, invoice) : AlreadyThere(supplier, all))));
        });
    }

    private static SupplierInvoice? IsUnlike(ImmutableArray<SupplierInvoice> there, DocumentTotal invoice) =>
        there.FirstOrDefault(other => other.Date != invoice.Date || Math.Abs(other.TotalInclTax - invoice.Gross) > SameMoney || IsOtherCurrency(other, invoice));

    // Without the module Multicurrency every invoice has the books' currency or none.
    private static bool IsOtherCurrency(SupplierInvoice there, DocumentTotal invoice) => there.Currency.Length > 0 && there.Currency != invoice.Currency;

    private ImmutableArray<Notice> Alike(ThirdParty supplier, ImmutableArray<SupplierInvoice> others) =>
    [
        .. others.TakeLast(MostNamed).Select(other => new Notice("possible-duplicate", $"'{supplier.Name}' has another invoice of the same day and amount: {Describe(other)}, at {Page(other)}.")),
        .. others.Length > MostNamed ? [new Notice("possible-duplicate", string.Create(CultureInfo.InvariantCulture, $"'{supplier.Name}' has {others.Length - MostNamed} more of the same day and amount."))] : ImmutableArray<Notice>.Empty,
    ];

    private Problem AlreadyThere(ThirdParty supplier, ImmutableArray<SupplierInvoice> there) => new(
        Codes.Duplicate, "invoice", $"This invoice of '{supplier.Name}' is entered already: {string.Join("; ", there.Select(i => $"{Describe(i)}, at {Page(i)}{BroughtBy(i)}"))}.",
        "Nothing to enter. If the document is another invoice, find out which number is right.");

    private Problem Unlike(ThirdParty supplier, SupplierInvoice there, DocumentTotal invoice) => new(
        Codes.SameNumberDiffers, "invoice",
        $"'{supplier.Name}' has an invoice with this number that is not the same: {Describe(there)}, at {Page(there)}{BroughtBy(there)}; this one is of {Days.Text(invoice.Date)}, {Decimals.Cents(invoice.Gross)} {invoice.Currency} incl. tax.");

    /// <summary>An invoice without a changeset that could be replayed is not entered: its changeset was given up, and could not take it out.</summary>
    private Problem? LeftBehind(ImmutableArray<SupplierInvoice> there) => there
        .Select(invoice => (Invoice: invoice, By: recorded?.OfMarker(invoice.Marker)))
        .Where(one => one.By is { State: ChangesetState.Discarded })
        .Select(one => new Problem(
            Codes.LeftBehind, "invoice", $"A discarded changeset left this invoice on the sandbox: {Describe(one.Invoice)}, at {Page(one.Invoice)}, of {one.By!.Path}.",
            $"Run `agent discard {one.By.Path}` again, which takes it out, then this."))
        .FirstOrDefault();

    private string BroughtBy(SupplierInvoice invoice) => recorded?.OfMarker(invoice.Marker) is { } changeset ? $", recorded in {changeset.Words}" : "";

    private static string Describe(SupplierInvoice invoice) => string.Create(CultureInfo.InvariantCulture,
        $"'{invoice.SupplierReference}' of {Days.Text(invoice.Date)}, {Decimals.Cents(invoice.TotalInclTax)}{(invoice.IsForeign ? " " + invoice.Currency : "")} incl. tax, {invoice.Status.ToString().ToLowerInvariant()} as {invoice.Ref}");

    private Uri Page(SupplierInvoice invoice) => read.Server.Page(Operations.SupplierInvoiceOperations.Instance.Resource.PageOf(invoice.Id));
}

/// <summary>What a document comes to, with VAT, on which day.</summary>
internal sealed record DocumentTotal(DateOnly Date, decimal Gross, string Currency);
