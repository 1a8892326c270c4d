using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Supplier invoices of one target, looked up together.</summary>
internal sealed class SupplierInvoiceReads
{
    private readonly Questions<long, ImmutableArray<SupplierInvoice>> byId;
    private readonly Questions<SupplierInvoiceLook, ImmutableArray<SupplierInvoice>> byLook;
    private readonly SupplierInvoices read;

    public SupplierInvoiceReads(SupplierInvoices read, Rounds rounds)
    {
        this.read = read;
        byId = Questions.AllAtOnce<long, SupplierInvoice>(rounds, (ids, cancel) => read.GetAllAsync(ids, cancel), invoice => invoice.Id);
        byLook = Questions.AllAtOnce<SupplierInvoiceLook, SupplierInvoice>(rounds, (looks, cancel) => read.FindAsync(looks, cancel), SupplierInvoiceLook.ThatFind);
    }

    /// <summary>One by its id on this target; refused with <see cref="Codes.NotFound"/> if there is none.</summary>
    public Task<Answer<SupplierInvoice>> GetAsync(long id, CancellationToken cancel) => byId.OneAsync(id, read.GetAsync, cancel);

    /// <summary>Those with these ids that are there.</summary>
    public async Task<Answer<ImmutableArray<SupplierInvoice>>> GetAllAsync(ImmutableArray<long> ids, CancellationToken cancel) => await read.GetAllAsync(ids, cancel);

    /// <summary>All of a supplier.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindBySupplierAsync(long supplier, CancellationToken cancel) => read.FindBySupplierAsync(supplier, cancel);

    /// <summary>All of one of these suppliers on its day.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindByDatesAsync(IReadOnlyCollection<SupplierDay> days, CancellationToken cancel) => read.FindByDatesAsync(days, cancel);

    /// <summary>All that carry this marker.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindByMarkerAsync(string marker, CancellationToken cancel) => byLook.AskAsync(new SupplierInvoiceLook.Marked(marker), cancel);

    /// <summary>What each of several look-ups finds, in their order.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>[]> FindEachAsync(IReadOnlyCollection<SupplierInvoiceLook> looks, CancellationToken cancel) => byLook.AskAsync(looks, cancel);

    /// <summary>All of a supplier with one of these references, in the order of their ids.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindByReferenceAsync(IEnumerable<string> references, long supplier, CancellationToken cancel) =>
        byLook.AnyAsync(references.Select(reference => (SupplierInvoiceLook)new SupplierInvoiceLook.Numbered(SupplierNumber.Of(supplier, reference))), invoice => invoice.Id, cancel);
}
