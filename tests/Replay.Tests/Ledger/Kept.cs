using System.Data.Common;
using DolibarrAgent.Settings;
using DolibarrAgent.Tests;
using Microsoft.Data.Sqlite;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A place to keep a ledger in, and a way into it beside the ledger. One for each kind of store.</summary>
public abstract class Kept : IAsyncDisposable
{
    public abstract LedgerPlace Place { get; }

    /// <summary>A connection of nobody's ledger.</summary>
    public abstract DbConnection Connection();

    public abstract Task SetVersionAsync(int version);

    public abstract ValueTask DisposeAsync();

    public async Task<object?> DoAsync(string sql)
    {
        await using var connection = Connection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>In a file.</summary>
    public sealed class InSqlite : Kept
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("ledger-").FullName;

        public string File => Path.Combine(Folder, "ledger.db");

        public override LedgerPlace Place => new LedgerPlace.File(File);

        public override DbConnection Connection() => new SqliteConnection($"Data Source={File};Pooling=false");

        public override Task SetVersionAsync(int version) => DoAsync($"pragma user_version = {version}");

        public override ValueTask DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>In a database of its own.</summary>
    public sealed class InPostgres(PostgresDatabase database) : Kept
    {
        public PostgresDatabase Database => database;

        public override LedgerPlace Place => database.Place;

        public override DbConnection Connection() => database.Connection();

        public override Task SetVersionAsync(int version) => DoAsync($"update ledger_version set version = {version}");

        public override ValueTask DisposeAsync() => database.DisposeAsync();
    }
}
