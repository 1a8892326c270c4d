namespace DolibarrAgent.Simulator;

/// <summary>A row of <c>llx_product_fournisseur_price</c>: what a supplier calls a product, and asks for a quantity of it.</summary>
internal sealed record PurchasePrice(long Id, long ProductId, long SupplierId)
{
    public required string SupplierReference { get; init; }

    public required decimal Quantity { get; init; }

    /// <summary>For the whole quantity; null in the empty row that a refused supplier leaves behind.</summary>
    public decimal? Price { get; init; }

    public decimal VatRate { get; init; }
}
