using System.Collections.Immutable;
using System.Data.Common;

namespace DolibarrAgent.Replay;

/// <summary>The ledger in a database. Its one connection is used by one caller at a time.</summary>
internal sealed class SqlLedger : ILedger
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private const int Looks = 20;

    private readonly LedgerStore store;
    private readonly LastSeen seen;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly GroupCommit commits;
    private Link? appended;

    public SqlLedger(LedgerStore store, LastSeen seen, TimeProvider clock)
    {
        (this.store, this.seen, this.clock) = (store, seen, clock);
        commits = new GroupCommit(turn, CommitAsync);
    }

    public Task AppendAsync(ImmutableArray<NewEntry> entries, CancellationToken cancel) => entries.IsEmpty ? Task.CompletedTask : commits.AppendAsync(entries, cancel);

    public async Task<ImmutableArray<LedgerEntry>> OfAsync(string changeset, CancellationToken cancel)
    {
        var (entries, chain) = await CheckAsync(changeset, cancel);
        return chain.Fault is { } fault ? throw LedgerProblems.Broken(store.Place, fault) : entries;
    }

    public async Task<ChainFault?> VerifyAsync(CancellationToken cancel) => (await CheckAsync(null, cancel)).Chain.Fault;

    /// <summary>
    /// The whole chain, checked as it is at one moment, and from the same reading the entries of one changeset and of none,
    /// those behind a fault too.
    /// </summary>
    /// <param name="changeset">Null for those of no changeset alone.</param>
    public async Task<LedgerReading> CheckAsync(string? changeset, CancellationToken cancel)
    {
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        var chain = await CheckEachAsync(entry =>
        {
            if (entry.Content.Changeset.Length == 0 || entry.Content.Changeset == changeset)
            {
                entries.Add(entry);
            }
        }, cancel);
        return new LedgerReading(entries.ToImmutable(), chain);
    }

    /// <summary>
    /// Every entry, oldest first, in one reading with the check of the whole chain; memory does not grow with the ledger.
    /// </summary>
    /// <exception cref="LedgerException">The chain is broken: what it tells is not relied on.</exception>
    public async Task EachAsync(Action<LedgerEntry> take, CancellationToken cancel)
    {
        if ((await CheckEachAsync(take, cancel)).Fault is { } fault)
        {
            throw LedgerProblems.Broken(store.Place, fault);
        }
    }

    private async Task<CheckedChain> CheckEachAsync(Action<LedgerEntry> take, CancellationToken cancel)
    {
        var chain = await InTurnAsync(() => ReadAsync(take, cancel), cancel);
        if (chain.Fault is null)
        {
            seen.Note(chain.Last);
        }
        return chain;
    }

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
        if (appended is { } last)
        {
            seen.Note(last);
        }
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
        appended = head;
        return true;
    });

    private async Task<CheckedChain> ReadAsync(Action<LedgerEntry> take, CancellationToken cancel)
    {
        // Before the moment that is read: another program of the user may append, and note that, at any time.
        var noted = seen.Read();
        await using var moment = await store.BeginReadAsync(cancel);
        var chain = new Chain(await store.HeadAsync(moment, cancel));
        var there = (Link?)null;
        await using var command = store.Command(LedgerSql.ReadAll);
        command.Transaction = moment;
        await using var row = await command.ExecuteReaderAsync(cancel);
        ChainFault? fault = null;
        while (await row.ReadAsync(cancel))
        {
            var entry = LedgerSql.EntryIn(row);
            fault ??= chain.Next(entry);
            if (entry.Number == noted?.Number)
            {
                there = new Link(entry.Number, entry.Hash);
            }
            take(entry);
        }
        var whole = chain.End(fault);
        return whole.Fault is null ? whole with { Fault = LastSeen.FaultOf(noted, there, whole.Last) } : whole;
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

/// <summary>The ledger as it is at one moment.</summary>
/// <param name="Entries">Of one changeset and of none, those behind a fault too.</param>
/// <param name="Chain">The whole chain, checked.</param>
internal sealed record LedgerReading(ImmutableArray<LedgerEntry> Entries, CheckedChain Chain);
