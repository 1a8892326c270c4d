using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>What the ledger tells of one changeset, with the whole chain checked. Touches no Dolibarr, and changes nothing in the ledger.</summary>
/// <param name="Entries">Those of the changeset, and those of none, oldest first; as they are there, whatever the chain says.</param>
/// <param name="Chain">The whole ledger's chain; null where there is no ledger yet.</param>
public sealed record History(ImmutableArray<LedgerEntry> Entries, CheckedChain? Chain)
{
    /// <summary>The first thing in the ledger that is not as it was written; null where all is.</summary>
    public ChainFault? Fault => Chain?.Fault;

    /// <summary>The number of the first entry that is not as it was written; null if there is none.</summary>
    public long? FirstBroken => Fault?.First;

    /// <summary>The history of a changeset, empty where there is no ledger yet, or the faults of the configuration.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static Task<HistoryResult> ReadAsync(IReadOnlyDictionary<string, string?> variables, string changeset, TimeProvider clock, CancellationToken cancel) =>
        WithLedgerAsync(variables, clock, async (ledger, _) => new HistoryResult.Good(ledger is null ? new History([], null) : await OfAsync(ledger, changeset, cancel)), cancel);

    /// <summary>The whole chain, and the entries of no changeset. Refused where there is no ledger: nothing can be said of it.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static Task<HistoryResult> VerifyAsync(IReadOnlyDictionary<string, string?> variables, TimeProvider clock, CancellationToken cancel) =>
        WithLedgerAsync(variables, clock, async (ledger, place) => ledger is null
            ? new HistoryResult.Refused([new Problem(Codes.NoLedger, place.ToString(), "There is no ledger there: nothing was ever replayed with it, or it was taken away.")])
            : new HistoryResult.Good(await OfAsync(ledger, null, cancel)), cancel);

    private static async Task<History> OfAsync(SqlLedger ledger, string? changeset, CancellationToken cancel)
    {
        var (entries, chain) = await ledger.CheckAsync(changeset, cancel);
        return new History(entries, chain);
    }

    private static async Task<HistoryResult> WithLedgerAsync(
        IReadOnlyDictionary<string, string?> variables, TimeProvider clock, Func<SqlLedger?, LedgerPlace, Task<HistoryResult>> read, CancellationToken cancel)
    {
        switch (ProgramSettings.Read(variables, SettingsNeeds.FoldersOnly))
        {
            case Checked<ProgramSettings>.Valid { Value: { Ledger: var place, StateFolder: var state } }:
                await using (var ledger = await Ledger.ToReadAsync(place, LastSeen.Of(state, place), clock, cancel))
                {
                    return await read(ledger, place);
                }
            case var bad:
                return new HistoryResult.Refused(bad.AllProblems);
        }
    }
}

/// <summary>What came of reading a history. Closed.</summary>
public abstract record HistoryResult
{
    private HistoryResult() { }

    public sealed record Good(History History) : HistoryResult;

    public sealed record Refused(ImmutableArray<Problem> Problems) : HistoryResult;
}
