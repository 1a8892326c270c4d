namespace DolibarrAgent.Simulator;

/// <summary>A row of <c>llx_product_fournisseur_price</c>: what a supplier calls a product, and asks for a quantity of it.</summary>
internal sealed record PurchasePrice(long Id, long ProductId, long SupplierId)
{
    public required string SupplierReference { get; init; }

    public required decimal Quantity { get; init; }

    /// <summary>For the whole quantity.</summary>
    public decimal Price { get; init; }

    public decimal VatRate { get; init; }

    /// <summary>When it was entered or replaced last: the server keeps no other day.</summary>
    public DateTimeOffset Entered { get; init; }

    /// <summary>What is stored in the second of two statements; null in the row that a refused supplier leaves behind.</summary>
    public PurchaseTerms? Terms { get; init; }
}

/// <summary>The rest of a price. All of it is replaced whenever the price is: what is not sent then is gone.</summary>
internal sealed record PurchaseTerms
{
    /// <summary><c>remise_percent</c>.</summary>
    public decimal DiscountPercent { get; init; }

    /// <summary><c>remise</c>.</summary>
    public decimal Discount { get; init; }

    public decimal Charges { get; init; }

    public long Availability { get; init; }

    public long? DeliveryDays { get; init; }

    public string? Reputation { get; init; }

    /// <summary><c>info_bits</c>: VAT that is not recovered.</summary>
    public long IsVatLost { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Shown by no call of the API, as the next.</summary>
    public string? Barcode { get; init; }

    public string? VatCode { get; init; }

    /// <summary>The price in its currency, and what one piece is of it: null while the module Multicurrency is off.</summary>
    public decimal CurrencyPrice { get; init; }

    public decimal? CurrencyUnitPrice { get; init; }

    public decimal CurrencyRate { get; init; }

    public long? CurrencyId { get; init; }

    public string CurrencyCode { get; init; } = "";
}
