namespace DolibarrAgent.Intake;

/// <summary>An allowance (taken off) or a charge (put on), of a line or of the document. <see cref="Amount"/> is as written, without the sign.</summary>
public sealed record AllowanceCharge
{
    /// <summary>True for a charge.</summary>
    public required bool IsCharge { get; init; }

    /// <summary>BT-92, BT-99, BT-136, BT-141.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The base that a percentage was applied to.</summary>
    public decimal? Base { get; init; }

    /// <summary>The percentage.</summary>
    public decimal? Percent { get; init; }

    /// <summary>The reason, else its code.</summary>
    public string? Reason { get; init; }

    /// <summary>BT-96 or BT-103, in percent; a document's only.</summary>
    public decimal? VatRate { get; init; }

    /// <summary>BT-95 or BT-102; a document's only.</summary>
    public string? VatCategory { get; init; }

    /// <summary>What it adds to the net amount: negative for an allowance.</summary>
    public decimal? Effect => IsCharge ? Amount : -Amount;
}
