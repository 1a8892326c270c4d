using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>The changesets of a batch with their bytes, each behind those that it needs.</summary>
/// <param name="Loaded">In the order in which they are replayed.</param>
/// <param name="Unreadable">Why others of a folder are not in it.</param>
public sealed record LoadedBatch(ImmutableArray<LoadedChangeset> Loaded, ImmutableArray<Problem> Unreadable)
{
    /// <summary>Loads what is named.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    /// <param name="paths">Each a <c>changeset.json</c>, its folder, or a folder of changesets.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static async Task<LoadedBatchResult> LoadAsync(
        IReadOnlyDictionary<string, string?> variables, ImmutableArray<string> paths, TimeProvider clock, CancellationToken cancel)
    {
        var read = await QueueFolder.NamedAsync(variables, paths, clock, cancel);
        if (read is not QueueResult.Good { Queue: var queue })
        {
            return new LoadedBatchResult.Refused(((QueueResult.Refused)read).Problems);
        }
        var (loaded, unreadable) =
            (ImmutableArray.CreateBuilder<LoadedChangeset>(), queue.Unreadable.SelectMany(one => one.Problems).ToList());
        foreach (var one in queue.Changesets)
        {
            switch (await LoadedChangeset.LoadAsync(one.OnDisk.Path, cancel))
            {
                case LoadResult.Good good:
                    loaded.Add(good.Loaded);
                    break;
                case LoadResult.Bad bad:
                    unreadable.AddRange(bad.Problems);
                    break;
            }
        }
        return new LoadedBatchResult.Good(new LoadedBatch(loaded.ToImmutable(), [.. unreadable]));
    }
}

/// <summary>What came of loading a batch. Closed.</summary>
public abstract record LoadedBatchResult
{
    private LoadedBatchResult() { }

    public sealed record Good(LoadedBatch Batch) : LoadedBatchResult;

    public sealed record Refused(ImmutableArray<Problem> Problems) : LoadedBatchResult;
}
