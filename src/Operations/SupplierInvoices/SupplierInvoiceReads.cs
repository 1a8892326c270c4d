using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Supplier invoices of one target, looked up together.</summary>
internal sealed class SupplierInvoiceReads
{
    private readonly Questions<long, ImmutableArray<SupplierInvoice>> byId;
    private readonly Questions<string, ImmutableArray<SupplierInvoice>> byMarker;
    private readonly Questions<SupplierNumber, ImmutableArray<SupplierInvoice>> byNumber;
    private readonly SupplierInvoices read;

    public SupplierInvoiceReads(SupplierInvoices read, Rounds rounds)
    {
        this.read = read;
        byId = Questions.AllAtOnce<long, SupplierInvoice>(rounds, (ids, cancel) => read.GetAllAsync(ids, cancel), invoice => invoice.Id);
        byMarker = Questions.AllAtOnce<string, SupplierInvoice>(rounds, (markers, cancel) => read.FindByMarkerAsync(markers, cancel), invoice => invoice.Marker);
        byNumber = Questions.AllAtOnce<SupplierNumber, SupplierInvoice>(
            rounds, (numbers, cancel) => read.FindByNumberAsync(numbers, cancel), invoice => SupplierNumber.Of(invoice.SupplierId, invoice.SupplierReference));
    }

    /// <summary>One by its id on this target; refused with <see cref="ErrorCodes.NotFound"/> if there is none.</summary>
    public Task<Answer<SupplierInvoice>> GetAsync(long id, CancellationToken cancel) => byId.OneAsync(id, read.GetAsync, cancel);

    /// <summary>Those with these ids that are there.</summary>
    public async Task<Answer<ImmutableArray<SupplierInvoice>>> GetAllAsync(ImmutableArray<long> ids, CancellationToken cancel) => await read.GetAllAsync(ids, cancel);

    /// <summary>All of a supplier.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindBySupplierAsync(long supplier, CancellationToken cancel) => read.FindBySupplierAsync(supplier, cancel);

    /// <summary>All of one of these suppliers on its day.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindByDatesAsync(IReadOnlyCollection<(long Supplier, DateOnly Date)> days, CancellationToken cancel) => read.FindByDatesAsync(days, cancel);

    /// <summary>All that carry this marker.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindByMarkerAsync(string marker, CancellationToken cancel) => byMarker.AskAsync(marker, cancel);

    /// <summary>All of a supplier with one of these references, in the order of their ids.</summary>
    public Task<Answer<ImmutableArray<SupplierInvoice>>> FindByReferenceAsync(IEnumerable<string> references, long supplier, CancellationToken cancel) =>
        byNumber.AnyAsync(references.Select(reference => SupplierNumber.Of(supplier, reference)), invoice => invoice.Id, cancel);
}
