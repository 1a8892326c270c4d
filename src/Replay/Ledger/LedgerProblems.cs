using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>What can be wrong with a ledger of either kind.</summary>
internal static class LedgerProblems
{
    public static Problem Newer(string place, long version) => new(
        Codes.LedgerVersion, place, string.Create(CultureInfo.InvariantCulture, $"The ledger is of version {version}; this program knows version {LedgerSql.Version}."));

    /// <summary>What a broken chain tells is not relied on.</summary>
    public static LedgerException Broken(string place, ChainFault fault) => new(new Problem(
        Codes.LedgerBroken, place, $"The chain of the ledger is broken. {fault} What was replayed cannot be relied on.",
        fault is ChainFault.Shortened or ChainFault.Rewritten
            ? $"Put back the newest copy of the ledger that is whole. {OnPurpose}"
            : "See `replay history --verify`, find out who can write the ledger, and put back the last copy of it that is whole. Nothing was written to any Dolibarr."));

    /// <summary>A ledger that this user saw is not there: a new one would forget all that was replayed.</summary>
    public static LedgerException Gone(string place, Link seen) => new(new Problem(
        Codes.LedgerGone, place, string.Create(CultureInfo.InvariantCulture, $"The ledger is not there, and this user saw {seen.Number} entries in it before."),
        $"Put the ledger back, or name the right one in DOLIBARR_LEDGER. {OnPurpose}"));

    private const string OnPurpose = "If it is like this on purpose: replay accept ledger --reason WHY. Nothing was written to any Dolibarr.";
}
