using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>Opens the ledger that a configuration names.</summary>
public static class Ledger
{
    /// <summary>Opens it to append, makes it where it is absent, and brings one of an older version to this one.</summary>
    /// <exception cref="LedgerException">It cannot be used.</exception>
    public static async Task<ILedger> OpenAsync(LedgerPlace place, TimeProvider clock, CancellationToken cancel) => await ToAppendAsync(place, LastSeen.Nowhere, clock, cancel);

    /// <summary>Opens it to read, and changes nothing; null if there is none yet.</summary>
    /// <exception cref="LedgerException">It cannot be read.</exception>
    public static async Task<ILedger?> OpenToReadAsync(LedgerPlace place, TimeProvider clock, CancellationToken cancel) => await ToReadAsync(place, LastSeen.Nowhere, clock, cancel);

    /// <summary>The same with what this user saw of it before: one that was there and is gone is not created again.</summary>
    internal static async Task<SqlLedger> ToAppendAsync(LedgerPlace place, LastSeen seen, TimeProvider clock, CancellationToken cancel)
    {
        if (seen.Read() is not null)
        {
            // Throws where it is gone.
            await using var there = await ToReadAsync(place, seen, clock, cancel);
        }
        LedgerStore store = place switch
        {
            LedgerPlace.File file => await SqliteStore.OpenAsync(file.Path, cancel),
            LedgerPlace.Postgres postgres => await PostgresStore.OpenAsync(postgres, cancel),
            _ => throw new ArgumentException("A ledger is a file or a PostgreSQL.", nameof(place)),
        };
        return new SqlLedger(store, seen, clock);
    }

    /// <summary>The same with what this user saw of it before: one that was there and is gone is refused.</summary>
    internal static async Task<SqlLedger?> ToReadAsync(LedgerPlace place, LastSeen seen, TimeProvider clock, CancellationToken cancel)
    {
        LedgerStore? store = place switch
        {
            LedgerPlace.File file => await SqliteStore.OpenToReadAsync(file.Path, cancel),
            LedgerPlace.Postgres postgres => await PostgresStore.OpenToReadAsync(postgres, cancel),
            _ => throw new ArgumentException("A ledger is a file or a PostgreSQL.", nameof(place)),
        };
        return store is not null ? new SqlLedger(store, seen, clock)
            : seen.Read() is { } noted ? throw LedgerProblems.Gone(place.ToString(), noted)
            : null;
    }
}
