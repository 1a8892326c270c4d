using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Questions of one kind to one target, each asked once a round however many want to know.</summary>
internal sealed class Questions<TKey, TValue>(Rounds rounds, Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, Answer<TValue>>>> answer) : IQuestions
    where TKey : notnull
{
    private readonly Lock gate = new();
    private Dictionary<TKey, TaskCompletionSource<Answer<TValue>>> open = [];
    private CancellationToken latest;

    public async Task<Answer<TValue>> AskAsync(TKey key, CancellationToken cancel) => (await AskAsync([key], cancel))[0];

    /// <summary>Several questions of one asker, who waits for all of them at once.</summary>
    public async Task<Answer<TValue>[]> AskAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancel)
    {
        if (keys.Count == 0)
        {
            return [];
        }
        var mine = new List<Task<Answer<TValue>>>();
        lock (gate)
        {
            foreach (var key in keys)
            {
                if (!open.TryGetValue(key, out var asked))
                {
                    asked = new TaskCompletionSource<Answer<TValue>>(TaskCreationOptions.RunContinuationsAsynchronously);
                    open.Add(key, asked);
                }
                mine.Add(asked.Task);
            }
            latest = cancel;
        }
        rounds.Wait(this);
        return await Task.WhenAll(mine);
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

/// <summary>The ways in which questions are asked and answered.</summary>
internal static class Questions
{
    /// <summary>The one by an id. Where it is not among the others, it is asked for alone: then the server says in its own words why not.</summary>
    public static async Task<Answer<T>> OneAsync<T>(this Questions<long, ImmutableArray<T>> byId, long id, Func<long, CancellationToken, Task<Answer<T>>> alone, CancellationToken cancel) =>
        await byId.AskAsync(id, cancel) switch
        {
            Answer<ImmutableArray<T>>.Ok { Value: [var item] } => new Answer<T>.Ok(item),
            Answer<ImmutableArray<T>>.Ok => await alone(id, cancel),
            var other => other.Map(items => items[0]),
        };

    /// <summary>All that answer any of several questions, each once, in the order of their ids.</summary>
    public static async Task<Answer<ImmutableArray<T>>> AnyAsync<TKey, T>(this Questions<TKey, ImmutableArray<T>> questions, IEnumerable<TKey> keys, Func<T, long> idOf, CancellationToken cancel)
        where TKey : notnull
    {
        var answers = await questions.AskAsync([.. keys.Distinct()], cancel);
        return answers.FirstOrDefault(answer => answer is not Answer<ImmutableArray<T>>.Ok) ?? new Answer<ImmutableArray<T>>.Ok(
            [.. answers.SelectMany(answer => ((Answer<ImmutableArray<T>>.Ok)answer).Value).DistinctBy(idOf).OrderBy(idOf)]);
    }

    /// <summary>One call for each.</summary>
    public static Questions<TKey, TValue> OneByOne<TKey, TValue>(Rounds rounds, Func<TKey, CancellationToken, Task<Answer<TValue>>> get)
        where TKey : notnull => new(rounds, async (keys, cancel) =>
        {
            var answers = await Task.WhenAll(keys.Select(key => rounds.CallAsync(() => get(key, cancel), cancel)));
            return keys.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
        });

    /// <summary>Whether a refusal is as like as not about one of many values, or the length of them all; a key that may not ask at all is refused whatever it asks.</summary>
    private static bool BecauseOfOne(ProblemCode code) =>
        code.IsOneOf(Codes.Firewall, Codes.BadFilter, Codes.BadRequest, Codes.RequestTooLarge, Codes.DatabaseError);

    /// <summary>One call for all. An item answers the question that its key is.</summary>
    public static Questions<TKey, ImmutableArray<T>> AllAtOnce<TKey, T>(
        Rounds rounds, Func<IReadOnlyList<TKey>, CancellationToken, Task<Answer<ImmutableArray<T>>>> find, Func<T, TKey> keyOf)
        where TKey : notnull => AllAtOnce(rounds, find, item => [keyOf(item)]);

    /// <summary>The same, where an item answers several questions.</summary>
    public static Questions<TKey, ImmutableArray<T>> AllAtOnce<TKey, T>(
        Rounds rounds, Func<IReadOnlyList<TKey>, CancellationToken, Task<Answer<ImmutableArray<T>>>> find, Func<T, IEnumerable<TKey>> keysOf)
        where TKey : notnull => new(rounds, async (keys, cancel) =>
        {
            var answers = new Dictionary<TKey, Answer<ImmutableArray<T>>>();
            await AnswerAsync(keys);
            return answers;

            async Task AnswerAsync(IReadOnlyList<TKey> some)
            {
                var found = await rounds.CallAsync(() => find(some, cancel), cancel);
                if (found is Answer<ImmutableArray<T>>.Refused { Problem.Code: var code } && some.Count > 1 && BecauseOfOne(code))
                {
                    // The others are not to suffer for it.
                    await AnswerAsync([.. some.Take(some.Count / 2)]);
                    await AnswerAsync([.. some.Skip(some.Count / 2)]);
                    return;
                }
                var items = (found is Answer<ImmutableArray<T>>.Ok ok ? ok.Value : []).SelectMany(item => keysOf(item).Distinct().Select(key => (Key: key, Item: item))).ToLookup(pair => pair.Key, pair => pair.Item);
                foreach (var key in some)
                {
                    answers[key] = found.Map(_ => items[key].ToImmutableArray());
                }
            }
        });
}
