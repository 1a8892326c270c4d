using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;
using Npgsql;

namespace DolibarrAgent.Replay;

/// <summary>
/// The ledger in a PostgreSQL database, over one session. The locks are that session's: when it ends, they are gone, and
/// because it is also the one that appends, nothing more can be appended without them.
/// </summary>
internal sealed class PostgresStore : LedgerStore
{
    private const string Number = "bigint";

    // Any number of our own: whoever makes the schema holds the lock of this number.
    private const long SchemaLock = 0x446F6C69_4C656467;

    /// <summary>
    /// An append is on the server's disk when it is answered, whatever the server's default; a stronger one stays. A
    /// machine that vanished is noticed within half a minute, and its locks are freed.
    /// </summary>
    private const string SessionSettings = """
        select set_config('synchronous_commit', case current_setting('synchronous_commit') when 'remote_apply' then 'remote_apply' else 'on' end, false);
        set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;
        set lock_timeout = '30s'; set client_min_messages = warning;
        """;

    private readonly LedgerPlace.Postgres place;
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlConnection connection;
    private readonly HashSet<long> held = [];

    private PostgresStore(LedgerPlace.Postgres place, NpgsqlDataSource source, NpgsqlConnection connection)
        : base(connection) => (this.place, this.source, this.connection) = (place, source, connection);

    public static async Task<PostgresStore> OpenAsync(LedgerPlace.Postgres place, CancellationToken cancel) =>
        (await OpenAsync(place, async connection => await VersionAsync(connection, cancel) ?? await MakeAsync(connection, cancel), cancel))!;

    public static Task<PostgresStore?> OpenToReadAsync(LedgerPlace.Postgres place, CancellationToken cancel) =>
        OpenAsync(place, connection => VersionAsync(connection, cancel), cancel);

    public override string Place => place.ToString();

    public override async Task<DbTransaction> BeginAppendAsync() => await connection.BeginTransactionAsync(CancellationToken.None);

    // Whoever has locked this row is the only one that appends.
    public override async Task<Link> LockHeadAsync(DbTransaction transaction) =>
        await LinkAsync(LedgerSql.ReadHead + " for update", transaction, CancellationToken.None) ?? throw new LedgerException(PostgresFaults.Headless(place));

    public override async Task<DbTransaction> BeginReadAsync(CancellationToken cancel) => await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    public override async Task<IAsyncDisposable?> TryLockAsync(string changeset, string target, CancellationToken cancel)
    {
        var key = KeyOf(changeset, target);
        // A session may take its own lock again, and would then be twice the only one.
        if (held.Contains(key))
        {
            return null;
        }
        await using var command = Command("select pg_try_advisory_lock(@key)").With("@key", key);
        if (await command.ExecuteScalarAsync(cancel) is not true)
        {
            return null;
        }
        held.Add(key);
        return new Lock(this, key);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await source.DisposeAsync();
    }

    protected override Problem? Refusal(Exception e) => PostgresFaults.Refusal(place, e, connection.State == ConnectionState.Open);

    private static async Task<PostgresStore?> OpenAsync(LedgerPlace.Postgres place, Func<NpgsqlConnection, Task<long?>> prepare, CancellationToken cancel)
    {
        var source = PostgresConnection.To(place);
        var connection = source.CreateConnection();
        try
        {
            await connection.OpenAsync(cancel);
            await ExecuteAsync(connection, null, SessionSettings, cancel);
            switch (await prepare(connection))
            {
                case LedgerSql.Version:
                    return new PostgresStore(place, source, connection) { Version = LedgerSql.Version };
                case { } other:
                    throw new LedgerException(LedgerProblems.Newer(place.ToString(), other));
            }
        }
        catch (Exception e)
        {
            var refusal = PostgresFaults.Unopened(place, e);
            await connection.DisposeAsync();
            await source.DisposeAsync();
            if (refusal is not null)
            {
                throw new LedgerException(refusal, e);
            }
            throw;
        }
        await connection.DisposeAsync();
        await source.DisposeAsync();
        return null;
    }

    /// <summary>The version of the ledger that is there; null if there is none.</summary>
    private static async Task<long?> VersionAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        // Not to_regclass: within a transaction it may answer what it answered before another process made the table.
        command.CommandText = "select exists (select from pg_class where relname = 'ledger_version' and pg_table_is_visible(oid))";
        if (await command.ExecuteScalarAsync(cancel) is not true)
        {
            return null;
        }
        command.CommandText = "select max(version) from ledger_version";
        return await command.ExecuteScalarAsync(cancel) as long?;
    }

    private static async Task<long?> MakeAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, transaction, string.Create(CultureInfo.InvariantCulture, $"select pg_advisory_xact_lock({SchemaLock})"), cancel);
        // Another process may have made it while this one waited for its turn.
        if (await VersionAsync(connection, cancel) is { } made)
        {
            return made;
        }
        var version = string.Create(CultureInfo.InvariantCulture, $"create table ledger_version (version {Number} not null); insert into ledger_version (version) values ({LedgerSql.Version});");
        await ExecuteAsync(connection, transaction, LedgerSql.Entries(Number) + LedgerSql.HeadAndHolders(Number) + version, cancel);
        await transaction.CommitAsync(cancel);
        return LedgerSql.Version;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static long KeyOf(string changeset, string target) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{changeset.Length}:{changeset}{target}"))));

    private sealed class Lock(PostgresStore store, long key) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            store.held.Remove(key);
            // With its session the lock is gone already.
            if (store.connection.State == ConnectionState.Open)
            {
                await using var command = store.Command("select pg_advisory_unlock(@key)").With("@key", key);
                await command.ExecuteScalarAsync(CancellationToken.None);
            }
        }
    }
}
