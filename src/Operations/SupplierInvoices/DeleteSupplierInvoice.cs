using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Takes away a draft that a changeset made, with the files on it. Never an invoice that is more than a draft: Dolibarr itself would not mind.</summary>
internal sealed class DeleteSupplierInvoice : Deletion
{
    private const string Draft = "draft";

    private DeleteSupplierInvoice()
        : base(SupplierInvoiceFields.All)
    {
    }

    public static DeleteSupplierInvoice Instance { get; } = new();

    protected override Resource Resource => SupplierInvoiceResource.Instance;

    public override ImmutableArray<Right> RightsToRead => [.. RightsNeeded.ReadingSupplierInvoices, .. RightsNeeded.ReadingThirdParties];

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.DeletingSupplierInvoices;

    protected override IEnumerable<Problem> Check(Operation.Delete operation, Changeset changeset) =>
        base.Check(operation, changeset).Concat(operation.Before.TextOf(SupplierInvoiceFields.Status) is null or Draft
            ? []
            : [NotADraft(operation, $"The invoice is {operation.Before.TextOf(SupplierInvoiceFields.Status)}; only a draft is deleted.")]);

    internal override async Task<Answer<ImmutableArray<Marked>>> MarkedAsync(string marker, Site site, CancellationToken cancel) =>
        Marked(await site.Read.SupplierInvoices.FindByMarkerAsync([marker], cancel));

    protected override async Task<Answer<ImmutableArray<Marked>>> WithIdAsync(long id, Site site, CancellationToken cancel) =>
        Marked(await site.Read.SupplierInvoices.GetAllAsync([id], cancel));

    protected override async Task<Answer<long>> SendAsync(Operation.Delete operation, WritableSite site, long? on, CancellationToken cancel) =>
        // Read once more: what was validated a moment ago must not go.
        await (await site.Site.Read.SupplierInvoices.GetAsync(on!.Value, cancel)).ThenAsync(async invoice => SupplierInvoiceFields.WordOf(invoice) == Draft
            ? (await site.Writer.SupplierInvoices.DeleteAsync(on.Value, cancel)).Map(_ => on.Value)
            : new Answer<long>.Refused(new DolibarrError(0, "not-a-draft", $"The invoice is {SupplierInvoiceFields.WordOf(invoice)} as {invoice.Ref}; only a draft is deleted.", "Enter a credit note instead.")));

    internal override Task<Standing?> InTheWayAsync(Operation.Delete operation, Marked held, Site site, CancellationToken cancel) => Task.FromResult<Standing?>(null);

    private static Problem NotADraft(Operation.Delete operation, string message) =>
        new("not-a-draft", $"{operation.Id}.before.{SupplierInvoiceFields.Status}", message, "Enter a credit note instead.");

    private static Answer<ImmutableArray<Marked>> Marked(Answer<ImmutableArray<SupplierInvoice>> found) => found.Map<ImmutableArray<Marked>>(all =>
        [.. all.Select(invoice => new Marked(invoice.Id, SupplierInvoiceFields.Image(invoice).With(Marker, invoice.Marker), SupplierInvoiceFields.Describe(invoice)))]);
}
