using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Replay;

/// <summary>What the ledger tells of one changeset. Touches no Dolibarr, and changes nothing in the ledger.</summary>
/// <param name="Entries">Oldest first.</param>
/// <param name="Fault">The first thing in them, or at the ledger's end, that is not as it was written; null where all is.</param>
public sealed record History(ImmutableArray<LedgerEntry> Entries, ChainFault? Fault)
{
    /// <summary>The whole ledger's chain; null where only this changeset's entries were looked at.</summary>
    public CheckedChain? Whole { get; init; }

    /// <summary>The number of the first entry that is not as it was written; null where there is none.</summary>
    public long? FirstBroken => Fault?.First;

    /// <summary>The history of a changeset, empty where there is no ledger yet, or the faults of the configuration.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static Task<HistoryResult> ReadAsync(IReadOnlyDictionary<string, string?> variables, string changeset, TimeProvider clock, CancellationToken cancel) =>
        WithLedgerAsync(variables, clock, async (ledger, _) =>
        {
            var (entries, fault) = ledger is null ? ([], null) : await ledger.LookAsync(changeset, cancel);
            return new HistoryResult.Good(new History(entries, fault));
        }, cancel);

    /// <summary>The whole chain, and with it the history of a changeset where one is named.</summary>
    /// <param name="changeset">Null for none.</param>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static Task<HistoryResult> VerifyAsync(IReadOnlyDictionary<string, string?> variables, string? changeset, TimeProvider clock, CancellationToken cancel) =>
        WithLedgerAsync(variables, clock, async (ledger, place) =>
        {
            if (ledger is null)
            {
                return new HistoryResult.Refused([new Problem("no-ledger", place.ToString(), "There is no ledger there: nothing was ever replayed with it, or it was taken away.", "Name the ledger in DOLIBARR_LEDGER, or the folder that it is in, DOLIBARR_CHANGESETS.")]);
            }
            var whole = await ledger.CheckAsync(cancel);
            return new HistoryResult.Good(new History(changeset is null ? [] : await ledger.OfAsync(changeset, cancel), whole.Fault) { Whole = whole });
        }, cancel);

    private static async Task<HistoryResult> WithLedgerAsync(
        IReadOnlyDictionary<string, string?> variables, TimeProvider clock, Func<SqlLedger?, LedgerPlace, Task<HistoryResult>> read, CancellationToken cancel)
    {
        switch (Settings.Read(variables, SettingsNeeds.FoldersOnly))
        {
            case Checked<Settings>.Valid { Value.Ledger: var place }:
                await using (var ledger = await Ledger.ToReadAsync(place, clock, cancel))
                {
                    return await read(ledger, place);
                }
            case var bad:
                return new HistoryResult.Refused([.. bad.AllFaults.Select(f => new Problem(f.Code, f.Place, f.Message, f.Remedy))]);
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
