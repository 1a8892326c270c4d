using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DolibarrAgent.Simulator;

/// <summary>All invoices by id, and by what the server's own indexes find them: a write costs no more where there are many.</summary>
internal sealed class InvoiceRows
{
    public static readonly InvoiceRows Empty = new(ImmutableSortedDictionary<long, SupplierInvoice>.Empty);

    private readonly ImmutableSortedDictionary<long, SupplierInvoice> rows;

    private InvoiceRows(ImmutableSortedDictionary<long, SupplierInvoice> rows) => this.rows = rows;

    private Index<string, long> ByRef { get; init; } = Index<string, long>.Empty;

    private Index<(long ThirdParty, string Reference), long> BySupplierReference { get; init; } = Index<(long, string), long>.Empty;

    private Index<string, (long Count, long Id)> Counts { get; init; } = Index<string, (long, long)>.Empty;

    /// <summary>In the order of their ids.</summary>
    public IEnumerable<SupplierInvoice> Values => rows.Values;

    public SupplierInvoice this[long id] => rows[id];

    public SupplierInvoice? GetValueOrDefault(long id) => rows.GetValueOrDefault(id);

    public bool TryGetValue(long id, [NotNullWhen(true)] out SupplierInvoice? invoice) => rows.TryGetValue(id, out invoice);

    /// <summary>The first with this reference; null if there is none.</summary>
    public SupplierInvoice? WithRef(string reference) => ByRef[reference] is [var id, ..] ? rows[id] : null;

    /// <summary>Whether any other has its reference, or its number of the same supplier.</summary>
    public bool HasAnotherLike(SupplierInvoice invoice) =>
        ByRef[invoice.Ref].Concat(BySupplierReference[(invoice.ThirdPartyId, invoice.SupplierReference)]).Any(id => id != invoice.Id);

    /// <summary>The highest count among the numbers of this prefix; 0 if there is none.</summary>
    public long LastCount(string prefix) => Counts[prefix] is [.., var last] ? last.Count : 0;

    /// <summary>With an invoice added, or replaced by that of its id.</summary>
    public InvoiceRows With(SupplierInvoice invoice)
    {
        var cleared = rows.TryGetValue(invoice.Id, out var before) && !SameKeys(before, invoice) ? Without(invoice.Id) : this;
        var all = cleared.rows.SetItem(invoice.Id, invoice);
        return cleared.rows.ContainsKey(invoice.Id)
            ? new InvoiceRows(all) { ByRef = ByRef, BySupplierReference = BySupplierReference, Counts = Counts }
            : new InvoiceRows(all)
            {
                ByRef = cleared.ByRef.With(invoice.Ref, invoice.Id),
                BySupplierReference = cleared.BySupplierReference.With((invoice.ThirdPartyId, invoice.SupplierReference), invoice.Id),
                Counts = InvoiceNumbers.Read(invoice.Ref) is var (prefix, count) ? cleared.Counts.With(prefix, (count, invoice.Id)) : cleared.Counts,
            };
    }

    public InvoiceRows With(IEnumerable<SupplierInvoice> invoices) => invoices.Aggregate(this, (table, invoice) => table.With(invoice));

    /// <summary>Without the invoice of this id, which is there.</summary>
    public InvoiceRows Without(long id)
    {
        var invoice = rows[id];
        return new InvoiceRows(rows.Remove(id))
        {
            ByRef = ByRef.Without(invoice.Ref, id),
            BySupplierReference = BySupplierReference.Without((invoice.ThirdPartyId, invoice.SupplierReference), id),
            Counts = InvoiceNumbers.Read(invoice.Ref) is var (prefix, count) ? Counts.Without(prefix, (count, id)) : Counts,
        };
    }

    private static bool SameKeys(SupplierInvoice one, SupplierInvoice other) =>
        one.Ref == other.Ref && one.ThirdPartyId == other.ThirdPartyId && one.SupplierReference == other.SupplierReference;
}
