using System.Collections.Immutable;

namespace DolibarrAgent.Replay;

/// <summary>
/// Puts what several callers append while a transaction runs into the next one: all that wait share one commit, and one
/// failure. The first caller of a group commits it for all.
/// </summary>
/// <param name="turn">Taken while a transaction runs.</param>
/// <param name="commit">Writes entries in their order, durably, or throws and has written none.</param>
internal sealed class GroupCommit(SemaphoreSlim turn, Func<ImmutableArray<NewEntry>, Task> commit)
{
    private readonly Lock gate = new();
    private Group? open;

    public Task AppendAsync(ImmutableArray<NewEntry> entries, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Group group;
        lock (gate)
        {
            if (open is not null)
            {
                open.Entries.AddRange(entries);
                return open.Written.Task;
            }
            group = open = new Group();
            group.Entries.AddRange(entries);
        }
        // Elsewhere: a store that blocks while it syncs must not keep this caller from bringing the next entries.
        _ = Task.Run(() => CommitAsync(group), CancellationToken.None);
        return group.Written.Task;
    }

    private async Task CommitAsync(Group group)
    {
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            lock (gate)
            {
                open = null;
            }
            await commit(group.Entries.ToImmutable());
            group.Written.SetResult();
        }
        // Whatever it is goes to every caller of the group.
        catch (Exception e)
        {
            group.Written.SetException(e);
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed class Group
    {
        public ImmutableArray<NewEntry>.Builder Entries { get; } = ImmutableArray.CreateBuilder<NewEntry>();

        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
