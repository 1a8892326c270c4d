using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Replay;

/// <summary>What the ledger tells of one changeset. Touches no Dolibarr.</summary>
/// <param name="Entries">Oldest first.</param>
/// <param name="FirstBroken">The number of the first entry of the whole ledger that was changed, added or follows one that was removed; null where the chain holds.</param>
public sealed record History(ImmutableArray<LedgerEntry> Entries, long? FirstBroken)
{
    /// <summary>The history of a changeset, none where there is no ledger yet, or the faults of the configuration.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static async Task<HistoryResult> ReadAsync(IReadOnlyDictionary<string, string?> variables, string changeset, TimeProvider clock, CancellationToken cancel)
    {
        var read = Settings.Read(variables, SettingsNeeds.FoldersOnly);
        if (read is not Checked<Settings>.Valid { Value: var settings })
        {
            return new HistoryResult.Refused([.. read.AllFaults.Select(f => new Problem(f.Code, f.Place, f.Message, f.Remedy))]);
        }
        if (!LedgerFile.Exists(settings.Ledger))
        {
            return new HistoryResult.Good(new History([], null));
        }
        await using var ledger = await LedgerFile.OpenAsync(settings.Ledger, clock, cancel);
        return new HistoryResult.Good(new History(await ledger.OfAsync(changeset, cancel), LedgerFile.FirstBroken(await ledger.AllAsync(cancel))));
    }
}

/// <summary>What came of reading a history. Closed.</summary>
public abstract record HistoryResult
{
    private HistoryResult() { }

    public sealed record Good(History History) : HistoryResult;

    public sealed record Refused(ImmutableArray<Problem> Problems) : HistoryResult;
}
