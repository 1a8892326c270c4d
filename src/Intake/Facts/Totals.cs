namespace DolibarrAgent.Intake;

/// <summary>BG-22, each as the document says it; none is computed.</summary>
public sealed record Totals
{
    /// <summary>BT-106: sum of the lines' net amounts.</summary>
    public decimal? LineTotal { get; init; }

    /// <summary>BT-107.</summary>
    public decimal? Allowances { get; init; }

    /// <summary>BT-108.</summary>
    public decimal? Charges { get; init; }

    /// <summary>BT-109: without VAT.</summary>
    public decimal? Net { get; init; }

    /// <summary>BT-110: VAT, in the document's currency.</summary>
    public decimal? Vat { get; init; }

    /// <summary>BT-111: VAT in the tax currency.</summary>
    public decimal? VatInTaxCurrency { get; init; }

    /// <summary>BT-112: with VAT.</summary>
    public decimal? Gross { get; init; }

    /// <summary>BT-113: already paid.</summary>
    public decimal? Prepaid { get; init; }

    /// <summary>BT-114.</summary>
    public decimal? Rounding { get; init; }

    /// <summary>BT-115: to be paid.</summary>
    public decimal? Due { get; init; }
}
