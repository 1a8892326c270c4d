using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Questions of one kind to one target, each asked once a round however many want to know.</summary>
internal sealed class Questions<TKey, TValue>(Rounds rounds, Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, Answer<TValue>>>> answer) : IQuestions
    where TKey : notnull
{
    private readonly Lock gate = new();
    private Dictionary<TKey, TaskCompletionSource<Answer<TValue>>> open = [];
    private CancellationToken latest;

    public async Task<Answer<TValue>> AskAsync(TKey key, CancellationToken cancel)
    {
        TaskCompletionSource<Answer<TValue>> mine;
        lock (gate)
        {
            if (!open.TryGetValue(key, out mine!))
            {
                mine = new TaskCompletionSource<Answer<TValue>>(TaskCreationOptions.RunContinuationsAsynchronously);
                open.Add(key, mine);
            }
            latest = cancel;
        }
        rounds.Wait(this);
        return await mine.Task;
    }

    public void Send()
    {
        Dictionary<TKey, TaskCompletionSource<Answer<TValue>>> now;
        CancellationToken cancel;
        lock (gate)
        {
            (now, open) = (open, []);
            cancel = latest;
        }
        _ = AnswerAsync(now, cancel);
    }

    private async Task AnswerAsync(Dictionary<TKey, TaskCompletionSource<Answer<TValue>>> now, CancellationToken cancel)
    {
        try
        {
            var answers = await answer([.. now.Keys], cancel);
            foreach (var (key, asker) in now)
            {
                asker.SetResult(answers[key]);
            }
        }
        // Whatever it is, it belongs to those who asked.
        catch (Exception e)
        {
            foreach (var asker in now.Values)
            {
                asker.TrySetException(e);
            }
        }
    }
}

/// <summary>The ways in which questions are answered.</summary>
internal static class Questions
{
    /// <summary>One call for each.</summary>
    public static Questions<TKey, TValue> OneByOne<TKey, TValue>(Rounds rounds, Func<TKey, CancellationToken, Task<Answer<TValue>>> get)
        where TKey : notnull => new(rounds, async (keys, cancel) =>
        {
            var answers = await Task.WhenAll(keys.Select(key => rounds.CallAsync(() => get(key, cancel), cancel)));
            return keys.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
        });

    /// <summary>One call for all. An item answers the question that its key is.</summary>
    public static Questions<TKey, ImmutableArray<T>> AllAtOnce<TKey, T>(
        Rounds rounds, Func<IReadOnlyList<TKey>, CancellationToken, Task<Answer<ImmutableArray<T>>>> find, Func<T, TKey> keyOf)
        where TKey : notnull => new(rounds, async (keys, cancel) =>
        {
            var answers = new Dictionary<TKey, Answer<ImmutableArray<T>>>();
            await AnswerAsync(keys);
            return answers;

            async Task AnswerAsync(IReadOnlyList<TKey> some)
            {
                var found = await rounds.CallAsync(() => find(some, cancel), cancel);
                if (found is Answer<ImmutableArray<T>>.Refused && some.Count > 1)
                {
                    // As like as not because of one of them: the others are not to suffer for it.
                    await AnswerAsync([.. some.Take(some.Count / 2)]);
                    await AnswerAsync([.. some.Skip(some.Count / 2)]);
                    return;
                }
                var items = (found is Answer<ImmutableArray<T>>.Ok ok ? ok.Value : []).ToLookup(keyOf);
                foreach (var key in some)
                {
                    answers[key] = found.Map(_ => items[key].ToImmutableArray());
                }
            }
        });
}
