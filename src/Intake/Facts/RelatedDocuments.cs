namespace DolibarrAgent.Intake;

/// <summary>Other documents that the invoice names (BT-10 to BT-18), each by its number.</summary>
public sealed record RelatedDocuments
{
    /// <summary>Names none.</summary>
    public static RelatedDocuments None { get; } = new();

    /// <summary>BT-10: what the buyer asked to be named.</summary>
    public string? Buyer { get; init; }

    /// <summary>BT-11.</summary>
    public string? Project { get; init; }

    /// <summary>BT-12.</summary>
    public string? Contract { get; init; }

    /// <summary>BT-13: our order.</summary>
    public string? Order { get; init; }

    /// <summary>BT-14: the supplier's own number of it.</summary>
    public string? SalesOrder { get; init; }

    /// <summary>BT-16.</summary>
    public string? DespatchAdvice { get; init; }
}
