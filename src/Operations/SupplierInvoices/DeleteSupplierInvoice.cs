using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Takes away a draft that a changeset made, with the files on it. Never an invoice that is more than a draft: Dolibarr itself would not mind.</summary>
internal sealed class DeleteSupplierInvoice : Deletion
{
    private const string Draft = "draft";

    private DeleteSupplierInvoice()
        : base([.. SupplierInvoiceFields.All.All, CommonFields.AttachedFiles])
    {
    }

    public static DeleteSupplierInvoice Instance { get; } = new();

    protected override ResourceOperations Resource => SupplierInvoiceOperations.Instance;

    public override ImmutableArray<Right> RightsToRead => [.. RightsNeeded.ReadingSupplierInvoices, .. RightsNeeded.ReadingThirdParties];

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.DeletingSupplierInvoices;

    protected override IEnumerable<Problem> Check(Operation.Delete operation, Changeset changeset) =>
        base.Check(operation, changeset).Concat(operation.Before.TextOf(SupplierInvoiceFields.Status) is null or Draft
            ? []
            : [new Problem(Codes.NotADraft, $"{operation.Id}.before.{SupplierInvoiceFields.Status}", $"The invoice is {operation.Before.TextOf(SupplierInvoiceFields.Status)}; only a draft is deleted.", operation.Before.TextOf(SupplierInvoiceFields.Type) == SupplierInvoiceFields.CreditNote ? "Ask the bookkeeper: a credit note is not taken back by another one." : "Enter a credit note instead.")]);

    internal override async Task<Answer<ImmutableArray<Marked>>> MarkedAsync(string marker, Site site, CancellationToken cancel) =>
        await ImagesAsync(await site.Read.SupplierInvoices.FindByMarkerAsync(marker, cancel), site, cancel);

    protected override async Task<Answer<ImmutableArray<Marked>>> WithIdAsync(long id, Site site, CancellationToken cancel) =>
        await ImagesAsync(await site.Read.SupplierInvoices.GetAllAsync([id], cancel), site, cancel);

    internal override Fields Untouched(Fields images, IEnumerable<Operation> operations) => images.With(
        CommonFields.Files, operations.OfType<Operation.Attach>().Select(a => a.After).OrderBy(file => file.TextOf(CommonFields.FileName), StringComparer.Ordinal));

    /// <summary>Dolibarr deletes a draft that somebody paid a part of, and leaves the payment and its bank line behind.</summary>
    internal override async Task<Standing?> InTheWayAsync(Operation.Delete operation, Marked held, Site site, CancellationToken cancel)
    {
        if (Final(operation.Id, held.Held, site) is { } final)
        {
            return Standings.Conflict(final);
        }
        var answer = await site.Read.Payments.OfInvoiceAsync(held.Id, cancel);
        return answer is not Answer<ImmutableArray<Payment>>.Ok { Value: var paid } ? Standings.Unseen(answer.ProblemOf(operation.Id))
            : paid.IsEmpty ? null
            : Standings.Conflict(new Problem(
                Codes.HasPayments, operation.Id,
                    $"Something was paid of it on {site.Name}: {string.Join(", ", paid.Select(one => one.Ref))}. The payment would be left behind.",
                $"Ask the bookkeeper. Delete the payment on {site.Name} by hand first, if the invoice is to go."));
    }

    /// <summary>Why an invoice can no longer be taken back: its number, its payment. Null for a draft.</summary>
    internal static Problem? Final(string place, Fields held, Site site)
    {
        if (held.TextOf(SupplierInvoiceFields.Type) == SupplierInvoiceFields.CreditNote)
        {
            return FinalCreditNote(place, held, site);
        }
        var (invoice, number, total) = (held.TextOf(SupplierInvoiceFields.SupplierReference), held.TextOf(SupplierInvoiceFields.Number), held.TextOf(SupplierInvoiceFields.TotalInclTax));
        return held.TextOf(SupplierInvoiceFields.Status) switch
        {
            Draft => null,
            "validated" => new Problem(Codes.Validated, place, $"Invoice '{invoice}' is validated on {site.Name} as {number}, a number that nobody can give back.", $"Enter a credit note of {total} incl. tax for it, by hand or by a new changeset."),
            "paid" => new Problem(Codes.Paid, place, $"Invoice '{invoice}' is paid on {site.Name} as {number}.", $"Ask the bookkeeper: its payment is taken back by hand, or a credit note of {total} incl. tax is entered and paid back."),
            var status => new Problem(Codes.NotADraft, place, $"Invoice '{invoice}' is not a plain draft on {site.Name} ({status}, {number}).", $"Look at it on {site.Name}: somebody has gone further with it."),
        };
    }

    /// <summary>A credit note is not taken back by another one.</summary>
    private static Problem? FinalCreditNote(string place, Fields held, Site site)
    {
        var (note, number) = (held.TextOf(SupplierInvoiceFields.SupplierReference), held.TextOf(SupplierInvoiceFields.Number));
        return held.TextOf(SupplierInvoiceFields.Status) switch
        {
            Draft => null,
            "validated" => new Problem(Codes.Validated, place, $"Credit note '{note}' is validated on {site.Name} as {number}, a number that nobody can give back.", $"Ask the bookkeeper. Where it has not been used on {site.Name} to pay or to discount an invoice, it is set back to draft and deleted there by hand; otherwise an invoice over the same amount sets it off."),
            var status => new Problem(Codes.NotADraft, place, $"Credit note '{note}' is not a plain draft on {site.Name} ({status}, {number}).", $"Look at it on {site.Name}, and at the invoices that it was used for. What it was used for is taken back there by hand first."),
        };
    }

    protected override async Task<Answer<long>> SendAsync(Operation.Delete operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        // Read once more: what was validated a moment ago must not go.
        await (await site.Site.Read.SupplierInvoices.GetAsync(ready.On!.Value, cancel)).ThenAsync(async invoice =>
            Final(operation.Id, SupplierInvoiceImage.Of(invoice), site.Site) is { } final
                ? new Answer<long>.Refused(final)
                : (await site.Writer.SupplierInvoices.DeleteAsync(invoice.Id, cancel)).Map(_ => invoice.Id));

    private static async Task<Answer<ImmutableArray<Marked>>> ImagesAsync(Answer<ImmutableArray<SupplierInvoice>> found, Site site, CancellationToken cancel)
    {
        var all = ImmutableArray.CreateBuilder<Marked>();
        foreach (var invoice in found is Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var invoices } ? invoices : [])
        {
            var files = await AttachedFile.AllAsync(site, invoice.Id, cancel);
            if (files is not Answer<ImmutableArray<Fields>>.Ok { Value: var images })
            {
                return files.Map<ImmutableArray<Marked>>(_ => []);
            }
            all.Add(new Marked(invoice.Id, SupplierInvoiceImage.Of(invoice).With(CommonFields.Files, images).With(CommonFields.Marker, invoice.Marker), SupplierInvoiceImage.Describe(invoice)));
        }
        return found.Map(_ => all.ToImmutable());
    }
}
