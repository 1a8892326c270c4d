using System.Collections.Immutable;

namespace DolibarrAgent.Replay;

/// <summary>The ledger that a configuration names.</summary>
public static class LedgerFile
{
    /// <summary>Whether there is one yet.</summary>
    public static bool Exists(string named) => File.Exists(named);

    /// <summary>Opens it, and makes it where it is absent.</summary>
    /// <exception cref="LedgerException">It cannot be used.</exception>
    public static async Task<ILedger> OpenAsync(string named, TimeProvider clock, CancellationToken cancel) =>
        await SqliteLedger.OpenAsync(named, clock, cancel);

    /// <summary>The number of the first entry that is not what was written behind the one before; null where the chain holds.</summary>
    public static long? FirstBroken(ImmutableArray<LedgerEntry> all)
    {
        var previous = LedgerEntry.Start;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Number != i + 1 || !all[i].Follows(previous))
            {
                return all[i].Number;
            }
            previous = all[i].Hash;
        }
        return null;
    }
}
