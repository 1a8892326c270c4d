namespace DolibarrAgent.Intake;

/// <summary>A line of an invoice as its page shows it. Its net amount is what counts.</summary>
/// <param name="Description">With its wrapped lines, one space between words.</param>
/// <param name="Net">Without VAT.</param>
/// <param name="Place">Where the amount stands.</param>
public sealed record PageLine(string Description, decimal Net, PagePlace Place)
{
    /// <summary>How many; null where the page says none.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The price of one; null where the page says none.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>In percent; null where the line says none.</summary>
    public decimal? Rate { get; init; }
}
