namespace DolibarrAgent.Intake;

/// <summary>One entry of the VAT breakdown (BG-23).</summary>
public sealed record VatEntry
{
    /// <summary>BT-118: S, Z, E, AE, K, G, O, …</summary>
    public string? Category { get; init; }

    /// <summary>BT-119, in percent.</summary>
    public decimal? Rate { get; init; }

    /// <summary>BT-116.</summary>
    public decimal? Base { get; init; }

    /// <summary>BT-117.</summary>
    public decimal? Amount { get; init; }

    /// <summary>BT-120, else BT-121: why no VAT is asked.</summary>
    public string? Exemption { get; init; }
}
