using System.Collections.Immutable;
using System.Data.Common;

namespace DolibarrAgent.Replay;

/// <summary>The ledger in a database. Its one connection is used by one caller at a time.</summary>
internal sealed class SqlLedger : ILedger
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private const int Looks = 20;

    private readonly LedgerStore store;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly GroupCommit commits;

    public SqlLedger(LedgerStore store, TimeProvider clock)
    {
        (this.store, this.clock) = (store, clock);
        commits = new GroupCommit(turn, CommitAsync);
    }

    public Task AppendAsync(ImmutableArray<NewEntry> entries, CancellationToken cancel) => entries.IsEmpty ? Task.CompletedTask : commits.AppendAsync(entries, cancel);

    public Task<ImmutableArray<LedgerEntry>> OfAsync(string changeset, CancellationToken cancel) => InTurnAsync(async () =>
    {
        await using var command = store.Command(LedgerSql.ReadChangeset).With("@changeset", changeset);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        while (await row.ReadAsync(cancel))
        {
            entries.Add(LedgerSql.EntryIn(row));
        }
        return entries.ToImmutable();
    }, cancel);

    public async Task<ChainFault?> VerifyAsync(CancellationToken cancel) => (await CheckAsync(cancel)).Fault;

    /// <summary>The whole chain, checked as it was at one moment.</summary>
    public Task<CheckedChain> CheckAsync(CancellationToken cancel) => InTurnAsync(async () =>
    {
        await using var moment = await store.BeginReadAsync(cancel);
        var chain = new Chain(await store.HeadAsync(moment, cancel));
        await using var command = store.Command(LedgerSql.ReadAll);
        command.Transaction = moment;
        await using var row = await command.ExecuteReaderAsync(cancel);
        ChainFault? fault = null;
        while (fault is null && await row.ReadAsync(cancel))
        {
            fault = chain.Next(LedgerSql.EntryIn(row));
        }
        return chain.End(fault);
    }, cancel);

    /// <summary>The entries of one changeset, and the first fault that shows in them and at the ledger's end: costs no more as the ledger grows.</summary>
    public Task<(ImmutableArray<LedgerEntry> Entries, ChainFault? Fault)> LookAsync(string changeset, CancellationToken cancel) => InTurnAsync(async () =>
    {
        await using var moment = await store.BeginReadAsync(cancel);
        var (entries, fault) = await LinkedAsync(changeset, moment, cancel);
        return (entries, fault ?? await AtTheEndAsync(moment, cancel));
    }, cancel);

    public async Task<Hold> HoldAsync(string changeset, string target, string by, CancellationToken cancel)
    {
        for (var look = 1; ; look++)
        {
            if (await InTurnAsync(() => TryHoldAsync(changeset, target, by, cancel), cancel) is { } hold)
            {
                return hold;
            }
            // Somebody has the lock and has not said yet who it is: that takes a moment, or that process hangs.
            if (look == Looks)
            {
                return new Hold.Theirs("a process that has only just begun", clock.GetUtcNow());
            }
            await Task.Delay(BetweenLooks, TimeProvider.System, cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync(CancellationToken.None);
        await store.DisposeAsync();
        turn.Dispose();
    }

    /// <summary>Gives a right back: it no longer has a holder.</summary>
    internal async ValueTask EndAsync(string changeset, string target, IAsyncDisposable taken)
    {
        try
        {
            await InTurnAsync(async () =>
            {
                await using var command = store.Command(LedgerSql.RemoveHolder).With("@changeset", changeset).With("@target", target);
                return await command.ExecuteNonQueryAsync(CancellationToken.None);
            }, CancellationToken.None);
        }
        catch (LedgerException)
        {
            // A row that stays is believed by nobody: only the lock counts.
        }
        await InTurnAsync(async () =>
        {
            await taken.DisposeAsync();
            return true;
        }, CancellationToken.None);
    }

    private async Task<Hold?> TryHoldAsync(string changeset, string target, string by, CancellationToken cancel)
    {
        if (await store.TryLockAsync(changeset, target, cancel) is { } taken)
        {
            try
            {
                await using var write = store.Command(LedgerSql.WriteHolder).With("@changeset", changeset).With("@target", target).With("@who", by).With("@since", clock.GetUtcNow().ToUnixTimeMilliseconds());
                await write.ExecuteNonQueryAsync(cancel);
                return new Hold.Mine(new Right(this, changeset, target, taken));
            }
            catch
            {
                await taken.DisposeAsync();
                throw;
            }
        }
        await using var read = store.Command(LedgerSql.ReadHolder).With("@changeset", changeset).With("@target", target);
        await using var row = await read.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new Hold.Theirs(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))) : null;
    }

    private Task CommitAsync(ImmutableArray<NewEntry> entries) => store.DoAsync(async () =>
    {
        await using var transaction = await store.BeginAppendAsync();
        var head = await store.LockHeadAsync(transaction);
        var now = clock.GetUtcNow();
        var chained = ImmutableArray.CreateBuilder<LedgerEntry>(entries.Length);
        foreach (var entry in entries)
        {
            var next = LedgerEntry.After(head.Hash, head.Number + 1, now, entry);
            chained.Add(next);
            head = new Link(next.Number, next.Hash);
        }
        await LedgerSql.WriteAsync(store.Connection, transaction, chained.ToImmutable());
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    });

    private async Task<(ImmutableArray<LedgerEntry> Entries, ChainFault? Fault)> LinkedAsync(string changeset, DbTransaction moment, CancellationToken cancel)
    {
        await using var command = store.Command(LedgerSql.ReadChangesetWithLinks).With("@changeset", changeset);
        command.Transaction = moment;
        await using var row = await command.ExecuteReaderAsync(cancel);
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        ChainFault? fault = null;
        while (await row.ReadAsync(cancel))
        {
            var entry = LedgerSql.EntryIn(row);
            entries.Add(entry);
            var previous = await row.IsDBNullAsync(8, cancel) ? null : row.GetString(8);
            fault ??= previous is null && entry.Number > 1 ? new ChainFault.Removed(entry.Number - 1, entry.Number - 1)
                : entry.Follows(previous ?? LedgerEntry.Start) ? null
                : new ChainFault.Changed(entry);
        }
        return (entries.ToImmutable(), fault);
    }

    private async Task<ChainFault?> AtTheEndAsync(DbTransaction moment, CancellationToken cancel)
    {
        var head = await store.HeadAsync(moment, cancel);
        var last = await store.LastAsync(moment, cancel);
        if (head is null || head == last)
        {
            return head is null ? new ChainFault.HeadRemoved() : null;
        }
        if (head.Number > last.Number)
        {
            return new ChainFault.Removed(last.Number + 1, head.Number);
        }
        await using var command = store.Command(LedgerSql.ReadOne).With("@number", last.Number);
        command.Transaction = moment;
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        var entry = LedgerSql.EntryIn(row);
        return head.Number < last.Number ? new ChainFault.Added(entry) : new ChainFault.Changed(entry);
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await store.DoAsync(work);
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed class Right(SqlLedger ledger, string changeset, string target, IAsyncDisposable taken) : IAsyncDisposable
    {
        private int given;

        public ValueTask DisposeAsync() => Interlocked.Exchange(ref given, 1) == 0 ? ledger.EndAsync(changeset, target, taken) : ValueTask.CompletedTask;
    }
}
