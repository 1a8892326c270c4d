namespace DolibarrAgent.Simulator;

/// <summary>A row of <c>llx_facture_fourn_det</c>. Quantity and discount are <c>real</c> there: about seven digits survive.</summary>
internal sealed record InvoiceLine(long Id, long InvoiceId)
{
    public string Description { get; init; } = "";

    public string SupplierReference { get; init; } = "";

    public float Quantity { get; init; }

    public float Discount { get; init; }

    public decimal UnitPrice { get; init; }

    public decimal UnitPriceWithTax { get; init; }

    public decimal CurrencyUnitPrice { get; init; }

    public decimal VatRate { get; init; }

    public string VatCode { get; init; } = "";

    public Amounts Amounts { get; init; } = Amounts.Zero;

    public Amounts CurrencyAmounts { get; init; } = Amounts.Zero;

    public long ProductType { get; init; }

    public long? Product { get; init; }

    public long? Unit { get; init; }

    public long InfoBits { get; init; }

    public long SpecialCode { get; init; }

    public long Rank { get; init; }

    /// <summary>Unix seconds: the column keeps a time with the day, which a day sent as text does not have.</summary>
    public long? From { get; init; }

    public long? To { get; init; }

    /// <summary>Whether it is an empty row, which a line leaves that was refused inside its invoice.</summary>
    public bool IsBare { get; init; }

    /// <summary>The currency of a line that was added by itself; a line sent inside its invoice has none.</summary>
    public string? Currency { get; init; }
}
