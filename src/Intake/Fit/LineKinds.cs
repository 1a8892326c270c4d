using System.Collections.Frozen;

namespace DolibarrAgent.Intake;

/// <summary>Goods or service. The norm does not say it, so the unit does (UN/ECE recommendations 20 and 21), where it tells.</summary>
internal static class LineKinds
{
    // Piece, weight, volume, length, area, energy. C62 ("one") counts services as often as goods, so it settles nothing.
    private static readonly FrozenSet<string> OfGoods = FrozenSet.ToFrozenSet(
        [
            "H87", "NAR", "NPR", "PR", "SET", "DZN", "PCE", "PCB", "STK", "BX", "CT", "CS", "BO", "BG", "PK", "RO", "PF", "NMP",
            "KGM", "GRM", "MGM", "TNE", "LTR", "MLT", "CLT", "DLT", "HLT", "MTQ", "MTR", "CMT", "MMT", "MTK", "CMK", "KWH", "MWH", "GWH",
        ],
        StringComparer.Ordinal);

    // Time, and what is done rather than delivered.
    private static readonly FrozenSet<string> OfServices = FrozenSet.ToFrozenSet(
        ["SEC", "MIN", "HUR", "DAY", "WEE", "MON", "QAN", "ANN", "E48", "E49", "LH", "LD", "D61", "E51", "IE", "KTM", "TKM", "NMI", "AD"], StringComparer.Ordinal);

    /// <summary>Null where neither the VAT category nor the unit tells.</summary>
    public static LineKind? Of(InvoiceLine line) =>
        line.VatCategory == "K" ? LineKind.Goods
        : line.Unit is not { } unit ? null
        : OfGoods.Contains(unit) || unit is ['X', _, ..] ? LineKind.Goods
        : OfServices.Contains(unit) ? LineKind.Service
        : null;
}
