using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>
/// Some operations of one wave, that are looked at together and read back together: little is ever sent and not yet read
/// back.
/// </summary>
internal sealed class Part(ImmutableArray<Operation> operations, ImmutableArray<Part> after)
{
    /// <summary>None of them follows another of them.</summary>
    public ImmutableArray<Operation> Operations { get; } = operations;

    /// <summary>The parts that hold what they follow.</summary>
    public ImmutableArray<Part> After { get; } = after;

    /// <summary>
    /// All operations in parts, in the order in which they are best begun: what goes farthest first, so that the end of the
    /// first part's objects goes along with the beginning of the next one's. Parts of validations come one after the other,
    /// for they draw numbers.
    /// </summary>
    /// <param name="operations">In recorded order.</param>
    /// <param name="dependencies">What follows what.</param>
    /// <param name="most">The most operations of a part.</param>
    public static ImmutableArray<Part> Of(IEnumerable<Operation> operations, Dependencies dependencies, int most)
    {
        var waves = Waves.Numbered(operations, dependencies).GroupBy(one => one.Number).OrderBy(wave => wave.Key);
        var slices = waves.SelectMany(wave => wave.Select(one => one.Operation).Chunk(most).Select((some, slice) => (Operations: some, Wave: wave.Key, Slice: slice)));
        var partOf = new Dictionary<string, Part>(StringComparer.Ordinal);
        var parts = new List<(Part Part, int Wave, int Slice)>();
        Part? lastValidations = null;
        foreach (var (some, wave, slice) in slices)
        {
            var after = some.SelectMany(o => dependencies.Follows(o.Id)).Select(partOf.GetValueOrDefault).OfType<Part>();
            var validates = some.Any(o => o is Operation.Validate);
            var part = new Part([.. some], [.. (validates && lastValidations is not null ? after.Append(lastValidations) : after).Distinct()]);
            lastValidations = validates ? part : lastValidations;
            foreach (var operation in some)
            {
                partOf[operation.Id] = part;
            }
            parts.Add((part, wave, slice));
        }
        return [.. parts.OrderBy(one => one.Slice).ThenBy(one => one.Wave).Select(one => one.Part)];
    }

    /// <summary>Does every part once those are done that it comes after, several at a time, the first first. Where one fails, no other is begun, and those that are under way are told to stop.</summary>
    /// <param name="parts">As <see cref="Of"/> gives them.</param>
    /// <param name="atOnce">The most that are under way.</param>
    /// <param name="perform">Does one.</param>
    /// <param name="cancel">Stops all.</param>
    public static async Task EachAsync(ImmutableArray<Part> parts, int atOnce, Func<Part, CancellationToken, Task> perform, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var (waiting, done, underWay) = (parts.ToList(), new HashSet<Part>(), new Dictionary<Part, Task>());
        try
        {
            while (waiting.Count + underWay.Count > 0)
            {
                while (underWay.Count < atOnce && waiting.Find(part => part.After.All(done.Contains)) is { } next)
                {
                    waiting.Remove(next);
                    underWay.Add(next, perform(next, stop.Token));
                }
                var ended = await Task.WhenAny(underWay.Values);
                await ended;
                // Of two that had nothing to do the task may be the same.
                var part = underWay.First(one => one.Value == ended).Key;
                done.Add(part);
                underWay.Remove(part);
            }
        }
        catch
        {
            await stop.CancelAsync();
            // What they have begun goes to its end; why they stop is known.
            await Task.WhenAll(underWay.Values).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
    }
}
