using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using Microsoft.Data.Sqlite;

namespace DolibarrAgent.Replay;

/// <summary>The ledger in one SQLite file. Write-ahead log with full synchronisation: what was appended survives a crash of the machine.</summary>
public sealed class SqliteLedger : ILedger
{
    private const int SchemaVersion = 1;

    private readonly string path;
    private readonly TimeProvider time;
    private readonly SqliteConnection connection;

    private SqliteLedger(string path, TimeProvider time, SqliteConnection connection)
    {
        this.path = path;
        this.time = time;
        this.connection = connection;
    }

    /// <summary>Opens the ledger, and makes it where it is absent.</summary>
    /// <exception cref="LedgerException">It cannot be opened, is no ledger, or is of a newer version.</exception>
    public static async Task<SqliteLedger> OpenAsync(string path, TimeProvider time, CancellationToken cancel)
    {
        var full = Path.GetFullPath(path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = full, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await connection.OpenAsync(cancel);
            await PrepareAsync(connection, full, cancel);
            return new SqliteLedger(full, time, connection);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            await connection.DisposeAsync();
            throw Unusable(full, e);
        }
        catch (LedgerException)
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task<LedgerEntry> AppendAsync(NewEntry entry, CancellationToken cancel) => Guarded(async () =>
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        var (number, hash) = await LastAsync(transaction, cancel);
        var next = LedgerEntry.After(hash, number + 1, time.GetUtcNow(), entry);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into entry (number, at, changeset, target, operation, kind, body, hash) values ($number, $at, $changeset, $target, $operation, $kind, $body, $hash)";
        insert.Parameters.AddWithValue("$number", next.Number);
        insert.Parameters.AddWithValue("$at", next.At.ToUnixTimeMilliseconds());
        insert.Parameters.AddWithValue("$changeset", entry.Changeset);
        insert.Parameters.AddWithValue("$target", entry.Target);
        insert.Parameters.AddWithValue("$operation", entry.Operation);
        insert.Parameters.AddWithValue("$kind", entry.Kind);
        insert.Parameters.AddWithValue("$body", entry.Body);
        insert.Parameters.AddWithValue("$hash", next.Hash);
        await insert.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return next;
    });

    public Task<ImmutableArray<LedgerEntry>> OfAsync(string changeset, CancellationToken cancel) => Guarded(() => SelectAsync("where changeset = $changeset", changeset, cancel));

    public Task<ImmutableArray<LedgerEntry>> AllAsync(CancellationToken cancel) => Guarded(() => SelectAsync("", "", cancel));

    public Task<IAsyncDisposable?> HoldAsync(string changeset, string target, CancellationToken cancel)
    {
        // A lock of the operating system on a file of its own: it dies with the process, which a row in a table would not.
        // The file stays: one that is removed while another process opens it would let two hold it.
        var name = string.Create(CultureInfo.InvariantCulture, $"{path}.{changeset}.{target}.lock");
        try
        {
            return Task.FromResult<IAsyncDisposable?>(new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw Unusable(name, e);
        }
        catch (IOException) when (File.Exists(name))
        {
            return Task.FromResult<IAsyncDisposable?>(null);
        }
        catch (IOException e)
        {
            throw Unusable(name, e);
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static async Task PrepareAsync(SqliteConnection connection, string path, CancellationToken cancel)
    {
        await ExecuteAsync(connection, "pragma journal_mode = wal; pragma synchronous = full;", cancel);
        await using var version = connection.CreateCommand();
        version.CommandText = "pragma user_version";
        switch ((long)(await version.ExecuteScalarAsync(cancel))!)
        {
            case SchemaVersion:
                return;
            case 0:
                // Two first replays at once may both come here: the second finds the table made.
                await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"""
                    create table if not exists entry (
                        number integer primary key,
                        at integer not null,
                        changeset text not null,
                        target text not null,
                        operation text not null,
                        kind text not null,
                        body text not null,
                        hash text not null);
                    create index if not exists entry_changeset on entry (changeset, number);
                    pragma user_version = {SchemaVersion};
                    """), cancel);
                return;
            case var other:
                throw new LedgerException(new Problem(
                    "ledger-version", path, string.Create(CultureInfo.InvariantCulture, $"The ledger is of version {other}; this program knows version {SchemaVersion}."),
                    "Use the version of this program that wrote it. Nothing was written to any Dolibarr."));
        }
    }

    private async Task<(long Number, string Hash)> LastAsync(SqliteTransaction transaction, CancellationToken cancel)
    {
        await using var last = connection.CreateCommand();
        last.Transaction = transaction;
        last.CommandText = "select number, hash from entry order by number desc limit 1";
        await using var row = await last.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetInt64(0), row.GetString(1)) : (0, LedgerEntry.Start);
    }

    private async Task<ImmutableArray<LedgerEntry>> SelectAsync(string where, string changeset, CancellationToken cancel)
    {
        await using var select = connection.CreateCommand();
        // The condition is one of two constants of this class.
        select.CommandText = $"select number, at, changeset, target, operation, kind, body, hash from entry {where} order by number";
        if (where.Length > 0)
        {
            select.Parameters.AddWithValue("$changeset", changeset);
        }
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        await using var row = await select.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var content = new NewEntry(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6));
            entries.Add(new LedgerEntry(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), content, row.GetString(7)));
        }
        return entries.ToImmutable();
    }

    private async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException e)
        {
            throw Unusable(path, e);
        }
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static LedgerException Unusable(string path, Exception e) => new(
        new Problem("ledger-unusable", path, $"The ledger cannot be used: {e.Message}", "Free the disk, or give the right to write there, or name another ledger in DOLIBARR_LEDGER; then run the same command again. Nothing is written to a Dolibarr without the ledger."), e);
}
