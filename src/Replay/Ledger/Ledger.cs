using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Replay;

/// <summary>Opens the ledger that a configuration names.</summary>
public static class Ledger
{
    /// <summary>Opens it to append, makes it where it is absent, and brings one of an older version to this one.</summary>
    /// <exception cref="LedgerException">It cannot be used.</exception>
    public static async Task<ILedger> OpenAsync(LedgerPlace place, TimeProvider clock, CancellationToken cancel) => new SqlLedger(
        place switch
        {
            LedgerPlace.File file => await SqliteStore.OpenAsync(file.Path, cancel),
            LedgerPlace.Postgres postgres => await PostgresStore.OpenAsync(postgres, cancel),
            _ => throw new ArgumentException("A ledger is a file or a PostgreSQL.", nameof(place)),
        },
        clock);

    /// <summary>Opens it to read, and changes nothing; null where there is none yet.</summary>
    /// <exception cref="LedgerException">It cannot be read.</exception>
    public static async Task<ILedger?> OpenToReadAsync(LedgerPlace place, TimeProvider clock, CancellationToken cancel) => await ToReadAsync(place, clock, cancel);

    internal static async Task<SqlLedger?> ToReadAsync(LedgerPlace place, TimeProvider clock, CancellationToken cancel)
    {
        LedgerStore? store = place switch
        {
            LedgerPlace.File file => await SqliteStore.OpenToReadAsync(file.Path, cancel),
            LedgerPlace.Postgres postgres => await PostgresStore.OpenToReadAsync(postgres, cancel),
            _ => throw new ArgumentException("A ledger is a file or a PostgreSQL.", nameof(place)),
        };
        return store is null ? null : new SqlLedger(store, clock);
    }
}
