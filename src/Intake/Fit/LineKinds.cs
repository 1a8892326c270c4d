namespace DolibarrAgent.Intake;

/// <summary>Goods or service. The norm does not say it, so the unit does (UN/ECE recommendation 20 and 21).</summary>
internal static class LineKinds
{
    // Piece, weight, volume, length, area. C62 ("one") counts services as often as goods, so it settles nothing.
    private static readonly HashSet<string> OfGoods = new(StringComparer.Ordinal)
    {
        "H87", "NAR", "NPR", "PR", "SET", "EA", "DZN", "PCE", "PCB", "STK", "BX", "CT",
        "KGM", "GRM", "MGM", "TNE", "LTR", "MLT", "CLT", "DLT", "HLT", "MTQ", "MTR", "CMT", "MMT", "KMT", "MTK", "CMK",
    };

    public static LineKind Of(InvoiceLine line) =>
        line.VatCategory == "K" || (line.Unit is { } unit && (OfGoods.Contains(unit) || unit is ['X', _, ..])) ? LineKind.Goods : LineKind.Service;
}
