using System.Data.Common;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>A database that keeps a ledger, over one connection: what SQLite and PostgreSQL do differently.</summary>
internal abstract class LedgerStore(DbConnection connection) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    /// <summary>What it is to a person: its path, or its URL without the password.</summary>
    public abstract string Place { get; }

    /// <summary>The version of the schema that it was opened with; 1 only where it was opened to read.</summary>
    public required int Version { get; init; }

    /// <summary>Begins a transaction to append in.</summary>
    public abstract Task<DbTransaction> BeginAppendAsync();

    /// <summary>The head in a transaction that appends: the entry that is the last until it ends, for nobody else appends meanwhile.</summary>
    /// <exception cref="LedgerException">The ledger does not say which entry is its last.</exception>
    public abstract Task<Link> LockHeadAsync(DbTransaction transaction);

    /// <summary>Begins to read the ledger as it is at one moment.</summary>
    public abstract Task<DbTransaction> BeginReadAsync(CancellationToken cancel);

    /// <summary>Takes a lock that dies with this process; null where somebody else has it.</summary>
    public abstract Task<IAsyncDisposable?> TryLockAsync(string changeset, string target, CancellationToken cancel);

    /// <summary>Does one thing; what the database refuses comes out as a <see cref="LedgerException"/>.</summary>
    public async Task<T> DoAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (Refusal(e) is { } refusal)
        {
            throw new LedgerException(refusal, e);
        }
    }

    public virtual ValueTask DisposeAsync() => connection.DisposeAsync();

    public DbCommand Command(string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    /// <summary>What the database refused, for a person; null where it is something else.</summary>
    protected abstract Problem? Refusal(Exception e);

    /// <summary>The link that a query answers with; null if there is none.</summary>
    protected async Task<Link?> LinkAsync(string query, DbTransaction? transaction, CancellationToken cancel)
    {
        await using var command = Command(query);
        command.Transaction = transaction;
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new Link(row.GetInt64(0), row.GetString(1)) : null;
    }

    /// <summary>The entry that the ledger says is its last; null where it does not say. A ledger of version 1 never did: there it is the last that is there.</summary>
    public async Task<Link?> HeadAsync(DbTransaction transaction, CancellationToken cancel) => Version == 1
        ? await LinkAsync(LedgerSql.ReadLast, transaction, cancel) ?? Link.Start
        : await LinkAsync(LedgerSql.ReadHead, transaction, cancel);
}
