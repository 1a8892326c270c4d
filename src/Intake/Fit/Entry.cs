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

    public LineKind Kind { get; init; } = LineKind.Service;

    public required string Source { get; init; }
}
