namespace DolibarrAgent.Dolibarr;

/// <summary>The number that a supplier gave an invoice: what Dolibarr tells a supplier's invoices apart by.</summary>
public sealed record SupplierNumber
{
    private SupplierNumber(long supplierId, string reference) => (SupplierId, Reference) = (supplierId, reference);

    /// <summary>The third party on this server.</summary>
    public long SupplierId { get; }

    /// <summary>Trimmed, every run of white space one space.</summary>
    public string Reference { get; }

    /// <summary>The number in the spelling that is compared.</summary>
    public static SupplierNumber Of(long supplierId, string reference) => new(supplierId, Folded.Reference(reference));
}
