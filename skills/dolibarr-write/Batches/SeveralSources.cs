using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Several places as one, in the order in which they were named.</summary>
public sealed class SeveralSources(ImmutableArray<IMessageSource> sources) : IMessageSource
{
    // By the message itself: two places may give messages of one name.
    private readonly Dictionary<Message, IMessageSource> given = new(ReferenceEqualityComparer.Instance);

    public async Task<Messages> WaitingAsync(CancellationToken cancel)
    {
        given.Clear();
        var all = Messages.None;
        foreach (var source in sources)
        {
            var messages = await source.WaitingAsync(cancel);
            foreach (var message in messages.All)
            {
                given[message] = source;
            }
            all = all.And(messages);
        }
        return all;
    }

    public async Task ChangedAsync(CancellationToken cancel)
    {
        using var changed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var waiting = sources.Select(source => source.ChangedAsync(changed.Token)).ToList();
        await Task.WhenAny(waiting);
        await changed.CancelAsync();
        await Task.WhenAll(waiting);
    }

    public Task<Problem?> SettleAsync(Message message, Settlement settlement, CancellationToken cancel) =>
        given[message].SettleAsync(message, settlement, cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources)
        {
            await source.DisposeAsync();
        }
    }
}
