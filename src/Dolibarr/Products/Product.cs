namespace DolibarrAgent.Dolibarr;

/// <summary>A product or service on file. A changeset names it by its ref; the id is the server's own.</summary>
public sealed record Product
{
    /// <summary>Its number on this server; means nothing on another.</summary>
    public required long Id { get; init; }

    /// <summary>Its ref, which no other product of the server has.</summary>
    public required string Ref { get; init; }

    /// <summary>What it is called.</summary>
    public string Label { get; init; } = "";

    /// <summary>Goods or service. A line that hangs on it is of the same kind, whatever is asked for.</summary>
    public LineKind Kind { get; init; }

    /// <summary>Whether it is marked as bought (<c>status_buy</c>).</summary>
    public bool IsBought { get; init; }
}
