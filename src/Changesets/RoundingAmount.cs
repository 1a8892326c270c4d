namespace DolibarrAgent.Changesets;

/// <summary>What a document may call the rounding of its amount due (EN 16931, BT-114).</summary>
public static class RoundingAmount
{
    private const decimal TooMuch = 1m;

    /// <summary>
    /// Whether an amount is small enough to be one. From 1.00 on it changes what is owed: whatever a document owes, such an
    /// amount would make its totals agree.
    /// </summary>
    public static bool IsOne(decimal amount) => Math.Abs(amount) < TooMuch;
}
