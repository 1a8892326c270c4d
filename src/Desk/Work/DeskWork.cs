using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;

namespace DolibarrAgent.Desk;

/// <summary>What the pages do: the same sessions as the command line, one for each thing that is done.</summary>
internal sealed class DeskWork(DeskOptions options) : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();

    public ShownPlans Plans { get; } = new();

    public Runs Runs { get; } = new(options.Session.Log);

    public Notices Notices { get; } = new();

    /// <summary>What was begun goes on when a browser goes away, and stops when the desk does.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Where statements and signatures lie while the desk is open: for this user alone.</summary>
    public DirectoryInfo Files { get; } = Directory.CreateTempSubdirectory("replay-desk-");

    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public Task<QueueResult> QueueAsync(CancellationToken cancel) =>
        QueueFolder.ReadAsync(options.Variables, options.Folder, options.Session.Clock, cancel);

    /// <summary>A changeset of the queue; null where the queue has none of this id, or cannot be read.</summary>
    public async Task<QueuedChangeset?> FindAsync(string id, CancellationToken cancel) => await QueueAsync(cancel) is QueueResult.Good good
        ? good.Queue.Changesets.FirstOrDefault(one => one.Changeset.Id == id)
        : null;

    public static Task<LoadResult> LoadAsync(QueuedChangeset queued, CancellationToken cancel) =>
        LoadedChangeset.LoadAsync(queued.OnDisk.Path, cancel);

    /// <summary>Plans these changesets, and keeps the plan as it is shown.</summary>
    public Task<Worked<ShownPlan>> PlanAsync(ImmutableArray<string> ids, CancellationToken cancel) =>
        WithBatchAsync(ids, batch => WithSessionAsync(Purpose.Look, options.Session, async session =>
        {
            var plan = await session.PlanAllAsync(batch.Loaded, cancel) with { Unreadable = batch.Unreadable };
            return Worked.Done(Plans.Keep(ids, plan));
        }, cancel), cancel);

    /// <summary>Begins to replay a plan with the code that was typed; it goes on when the browser goes away.</summary>
    public Run Replay(ShownPlan shown, string code) => Runs.Begin(shown, run => WithBatchAsync(
        shown.Ids, batch => WithSessionAsync(Purpose.Confirm, options.Session with { Progress = run }, async session =>
            Worked.Done(await session.ConfirmAllAsync(batch.Loaded, code, stopping.Token)), stopping.Token), stopping.Token));

    /// <summary>The same for the one changeset of a plan, with the signatures under its statement.</summary>
    public Run Replay(ShownPlan shown, SignedFiles files) => Runs.Begin(shown, run => WithBatchAsync(
        shown.Ids, batch => WithSessionAsync(Purpose.Confirm, options.Session with { Progress = run }, async session =>
        {
            var member = shown.Plan.Members[0];
            var came = await session.ConfirmAsync(batch.Loaded[0], files, stopping.Token);
            return Worked.Done(came is ConfirmedReplay.Refused refused
                ? new BatchReplay(shown.Plan, refused.Problems, [])
                : new BatchReplay(shown.Plan, [], [new EndedMember(member, came)]));
        }, stopping.Token), stopping.Token));

    /// <summary>The statement of the one changeset of a plan, in a file.</summary>
    public Task<Worked<string>> StateAsync(ShownPlan shown, CancellationToken cancel) => WithBatchAsync(
        shown.Ids, batch => WithSessionAsync(Purpose.Look, options.Session, async session =>
        {
            var path = Path.Combine(Files.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName, "statement.json");
            var stated = await session.StateAsync(batch.Loaded[0], new StatementWish(path, options.Language, null), cancel);
            return stated switch
            {
                { Statement: not null } => Worked.Done(path),
                { Problem: { } problem } => new Worked<string>.Refused([problem]),
                var stopped => new Worked<string>.Refused(stopped.Plan.Problems),
            };
        }, cancel), cancel);

    public async Task<Worked<RejectOrder>> RejectAsync(RejectOrder order, CancellationToken cancel) =>
        await Rejecting.RejectAsync(options.Variables, order, options.Session, cancel) switch
        {
            RejectResult.Refused refused => new Worked<RejectOrder>.Refused(refused.Problems),
            _ => Worked.Done(order),
        };

    /// <summary>Makes the changeset that takes one back.</summary>
    public Task<Worked<RevertResult>> RevertAsync(LoadedChangeset loaded, CancellationToken cancel) =>
        WithSessionAsync(Purpose.Look, options.Session, async session => await session.RevertAsync(loaded, cancel) switch
        {
            RevertResult.Refused refused => new Worked<RevertResult>.Refused(refused.Problems),
            var made => Worked.Done(made),
        }, cancel);

    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public Task<HistoryResult> HistoryAsync(string id, CancellationToken cancel) =>
        History.ReadAsync(options.Variables, id, options.Session.Clock, cancel);

    /// <summary>Ends when every replay has: what was begun is not left in the middle of an operation.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Runs.EndedAsync();
        stopping.Dispose();
        Files.Delete(recursive: true);
    }

    /// <summary>Read anew from the disk each time: what a person was shown and what is there now are compared, not assumed.</summary>
    private async Task<Worked<T>> WithBatchAsync<T>(
        ImmutableArray<string> ids, Func<LoadedBatch, Task<Worked<T>>> act, CancellationToken cancel)
    {
        if (await QueueAsync(cancel) is not QueueResult.Good { Queue: var queue })
        {
            return new Worked<T>.Refused([new Problem(Codes.NoQueueFolder, options.Folder ?? "", "The folder of the changesets is gone.")]);
        }
        ImmutableArray<string> paths =
            [.. queue.Changesets.Where(one => ids.Contains(one.Changeset.Id)).Select(one => one.OnDisk.Path)];
        if (paths.IsEmpty)
        {
            return new Worked<T>.Refused([new Problem(Codes.NoFile, queue.Folder, "There is no changeset of this name any more.")]);
        }
        return await LoadedBatch.LoadAsync(options.Variables, paths, options.Session.Clock, cancel) switch
        {
            LoadedBatchResult.Good { Batch: { Loaded.IsEmpty: false } batch } => await act(batch),
            LoadedBatchResult.Good { Batch.Unreadable: var problems } => new Worked<T>.Refused(problems),
            var refused => new Worked<T>.Refused(((LoadedBatchResult.Refused)refused).Problems),
        };
    }

    private async Task<Worked<T>> WithSessionAsync<T>(
        Purpose purpose, SessionOptions how, Func<ReplaySession, Task<Worked<T>>> act, CancellationToken cancel)
    {
        switch (await Start.SessionAsync(options.Variables, purpose, how, cancel))
        {
            case SessionResult.Open { Session: var session }:
                await using (session)
                {
                    return await act(session);
                }
            case var refused:
                return new Worked<T>.Refused(((SessionResult.Refused)refused).Problems);
        }
    }
}
