using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>What can be wrong with a ledger of either kind.</summary>
internal static class LedgerProblems
{
    public static Problem Newer(string place, long version) => new(
        "ledger-version", place, string.Create(CultureInfo.InvariantCulture, $"The ledger is of version {version}; this program knows version {LedgerSql.Version}."),
        "Use the version of this program that wrote it. Nothing was written to any Dolibarr.");
}
