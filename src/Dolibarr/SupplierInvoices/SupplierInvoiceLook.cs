namespace DolibarrAgent.Dolibarr;

/// <summary>What a supplier invoice is looked for by. Closed.</summary>
public abstract record SupplierInvoiceLook
{
    private SupplierInvoiceLook() { }

    internal abstract Filter Filter { get; }

    /// <summary>Every look-up that finds an invoice.</summary>
    public static IEnumerable<SupplierInvoiceLook> ThatFind(SupplierInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return [new Marked(invoice.Marker), new Numbered(SupplierNumber.Of(invoice.SupplierId, invoice.SupplierReference))];
    }

    /// <summary>By our marker, exactly.</summary>
    public sealed record Marked(string Marker) : SupplierInvoiceLook
    {
        internal override Filter Filter => Filter.Holds(Column.Marker, Marker);
    }

    /// <summary>By its supplier and the supplier's own reference, spelled alike.</summary>
    public sealed record Numbered(SupplierNumber Number) : SupplierInvoiceLook
    {
        internal override Filter Filter => Filter.HoldsSpaced(Column.SupplierReference, Number.Reference).And(Filter.Is(Column.Supplier, Number.SupplierId));
    }
}
