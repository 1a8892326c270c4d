using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>A line as it is to be entered in Dolibarr.</summary>
public sealed record DolibarrLine
{
    /// <summary>The text, on one line and without what Dolibarr would strip.</summary>
    public required string Description { get; init; }

    /// <summary>One that the server keeps (<see cref="Quantities.IsKept"/>).</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Net, at most five decimals; negative on a credit note.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>In percent.</summary>
    public required decimal VatRate { get; init; }

    /// <summary>In percent; the fit never needs one, because allowances are folded into the price.</summary>
    public decimal DiscountPercent { get; init; }

    /// <summary>Goods or a service; null where the document does not tell, which is to be settled before it is entered.</summary>
    public LineKind? Kind { get; init; }

    /// <summary>What it stands for in the document: <c>BG-25/2</c> a line, <c>BG-20</c> and <c>BG-21</c> an allowance and a charge, <c>BG-23</c> a VAT rate, <c>BG-22</c> the totals, <c>BT-114</c> the rounding.</summary>
    public string Source { get; init; } = "";
}

/// <summary>Dolibarr's product type of a free line.</summary>
public enum LineKind
{
    /// <summary>0.</summary>
    Goods,

    /// <summary>1.</summary>
    Service,
}
