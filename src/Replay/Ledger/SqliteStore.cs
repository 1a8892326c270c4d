using System.Data.Common;
using System.Globalization;
using DolibarrAgent.Changesets;
using Microsoft.Data.Sqlite;

namespace DolibarrAgent.Replay;

/// <summary>The ledger in one SQLite file. Write-ahead log with full synchronisation: what was appended survives a crash of the machine.</summary>
internal sealed class SqliteStore : LedgerStore
{
    private const string Number = "integer";

    private readonly string path;
    private readonly SqliteConnection connection;

    private SqliteStore(string path, SqliteConnection connection)
        : base(connection) => (this.path, this.connection) = (path, connection);

    public static async Task<SqliteStore> OpenAsync(string path, CancellationToken cancel)
    {
        var file = new SqliteFile(path);
        if (!file.Exists())
        {
            await file.MakeAsync(MakeAsync, cancel);
        }
        return await OpenAsync(file, async connection =>
        {
            if (await VersionAsync(connection, null, cancel) < LedgerSql.Version)
            {
                await RaiseAsync(connection, cancel);
            }
            await ExecuteAsync(connection, null, "pragma journal_mode = wal; pragma synchronous = full;", cancel);
            return LedgerSql.Version;
        }, cancel);
    }

    public static async Task<SqliteStore?> OpenToReadAsync(string path, CancellationToken cancel)
    {
        var file = new SqliteFile(path);
        return file.Exists() ? await OpenAsync(file, async connection => (int)await VersionAsync(connection, null, cancel), cancel) : null;
    }

    public override string Place => path;

    // Immediate: the one that writes is alone from here on, so the head stays what it is.
    public override Task<DbTransaction> BeginAppendAsync() => Task.FromResult<DbTransaction>(connection.BeginTransaction(deferred: false));

    public override async Task<Link> LockHeadAsync(DbTransaction transaction) =>
        await LinkAsync(LedgerSql.ReadHead, transaction, CancellationToken.None) ?? throw new LedgerException(SqliteFile.Headless(path));

    public override Task<DbTransaction> BeginReadAsync(CancellationToken cancel) => Task.FromResult<DbTransaction>(connection.BeginTransaction(deferred: true));

    public override Task<IAsyncDisposable?> TryLockAsync(string changeset, string target, CancellationToken cancel) =>
        Task.FromResult<IAsyncDisposable?>(FileLock.TryTake(string.Create(CultureInfo.InvariantCulture, $"{path}.{changeset}.{target}.lock")));

    protected override Problem? Refusal(Exception e) => SqliteFile.Refusal(path, e);

    private static async Task<SqliteStore> OpenAsync(SqliteFile file, Func<SqliteConnection, Task<int>> prepare, CancellationToken cancel)
    {
        var connection = file.Connection(SqliteOpenMode.ReadWrite);
        try
        {
            file.RefuseSecondName();
            file.RefuseOthers();
            file.RefuseEmpty();
            await connection.OpenAsync(cancel);
            // SQLite's own waiting for another writer: from 1 ms up. The library's looks every 150 ms.
            await ExecuteAsync(connection, null, "pragma busy_timeout = 30000", cancel);
            await RefuseStrangerAsync(file, connection, cancel);
            return new SqliteStore(file.Path, connection) { Version = await prepare(connection) };
        }
        catch (Exception e) when (SqliteFile.Refusal(file.Path, e) is { } refusal)
        {
            await connection.DisposeAsync();
            throw new LedgerException(refusal, e);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task RefuseStrangerAsync(SqliteFile file, SqliteConnection connection, CancellationToken cancel)
    {
        switch (await VersionAsync(connection, null, cancel))
        {
            case < 1:
                throw new LedgerException(file.NoLedger());
            case > LedgerSql.Version and var newer:
                throw new LedgerException(LedgerProblems.Newer(file.Path, newer));
        }
    }

    private static async Task MakeAsync(SqliteConnection connection, CancellationToken cancel)
    {
        await ExecuteAsync(connection, null, "pragma journal_mode = wal; pragma synchronous = full;", cancel);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await ExecuteAsync(connection, transaction, LedgerSql.Entries(Number) + LedgerSql.HeadAndHolders(Number) + SetVersion, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>From version 1, in one transaction: there is the old ledger or the new one, whatever happens in between.</summary>
    private static async Task RaiseAsync(SqliteConnection connection, CancellationToken cancel)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have raised it while this one waited for its turn.
        if (await VersionAsync(connection, transaction, cancel) == 1)
        {
            await ExecuteAsync(connection, transaction, LedgerSql.HeadAndHolders(Number) + SetVersion, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    private static string SetVersion => string.Create(CultureInfo.InvariantCulture, $" pragma user_version = {LedgerSql.Version}");

    private static async Task<long> VersionAsync(SqliteConnection connection, SqliteTransaction? transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "pragma user_version";
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, SqliteTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
