namespace DolibarrAgent.Simulator;

/// <summary>A row of <c>llx_product</c>.</summary>
internal sealed record Product(long Id)
{
    public const int Goods = 0;

    public required string Ref { get; init; }

    public required string Label { get; init; }

    public string RefExt { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>0 for goods, 1 for a service.</summary>
    public long Type { get; init; }

    public decimal VatRate { get; init; }

    public long ToSell { get; init; }

    public long ToBuy { get; init; }

    public required DateTimeOffset Created { get; init; }
}
