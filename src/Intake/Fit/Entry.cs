namespace DolibarrAgent.Intake;

/// <summary>
/// One thing of the document that must become lines: what it is called, what it must come to, and how the
/// document gets there. <see cref="Price"/> is for one unit.
/// </summary>
internal sealed record Entry(string Text, decimal Net, decimal VatRate)
{
    public decimal? Quantity { get; init; }

    public decimal? Price { get; init; }

    /// <summary>How quantity and price are written, for the text of a line that cannot carry them.</summary>
    public string? Written { get; init; }

    /// <summary>What of the document's own price is not a price of one unit: <c>base quantity</c>, <c>allowances</c>; null where there is nothing of the kind.</summary>
    public string? Folds { get; init; }

    /// <summary>Null where the document does not tell.</summary>
    public LineKind? Kind { get; init; }

    public required string Source { get; init; }

    /// <summary>With the opposite sign; the quantity stays positive, for Dolibarr makes every amount of a negative one negative.</summary>
    public Entry Negated() => Quantity < 0 ? this with { Net = -Net, Quantity = -Quantity } : this with { Net = -Net, Price = -Price };
}
