using System.Diagnostics.CodeAnalysis;

namespace DolibarrAgent.Operations;

/// <summary>
/// Lets several operations look things up as if each were alone. As soon as all that take part wait for an answer, a
/// round is sent: everything that was asked for meanwhile, in as few calls as can be. Who takes part in nothing is
/// answered at once.
/// </summary>
/// <param name="overlap">How many calls are under way at once.</param>
[SuppressMessage("Reliability", "CA1001:Types that own disposable fields should be disposable", Justification = "A SemaphoreSlim whose wait handle nobody asks for holds nothing to release.")]
internal sealed class Rounds(int overlap)
{
    private readonly Lock gate = new();
    private readonly List<IQuestions> asked = [];
    private readonly SemaphoreSlim calls = new(overlap);
    private int taking;
    private int waiting;

    /// <summary>Does the same for every item, together. The results are in the order of the items.</summary>
    public async Task<TOut[]> TogetherAsync<TIn, TOut>(IReadOnlyCollection<TIn> items, Func<TIn, Task<TOut>> work)
    {
        lock (gate)
        {
            // All take part before the first begins, or its question would go by itself.
            taking += items.Count;
        }
        return await Task.WhenAll(items.Select(OneAsync).ToList());

        async Task<TOut> OneAsync(TIn item)
        {
            try
            {
                return await work(item);
            }
            finally
            {
                Leave();
            }
        }
    }

    /// <summary>A call to the server, when its turn has come.</summary>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancel)
    {
        await calls.WaitAsync(cancel);
        try
        {
            return await call();
        }
        finally
        {
            calls.Release();
        }
    }

    /// <summary>Somebody waits for an answer to a question of this list.</summary>
    public void Wait(IQuestions questions)
    {
        List<IQuestions>? round = null;
        lock (gate)
        {
            waiting++;
            if (!asked.Contains(questions))
            {
                asked.Add(questions);
            }
            if (waiting >= taking)
            {
                round = Next();
            }
        }
        Send(round);
    }

    private void Leave()
    {
        List<IQuestions>? round = null;
        lock (gate)
        {
            taking--;
            if (waiting > 0 && waiting >= taking)
            {
                round = Next();
            }
        }
        Send(round);
    }

    private List<IQuestions> Next()
    {
        List<IQuestions> round = [.. asked];
        asked.Clear();
        // Until they are answered they count as busy: the next round waits for what they will want to know then.
        waiting = 0;
        return round;
    }

    private static void Send(List<IQuestions>? round)
    {
        foreach (var questions in round ?? [])
        {
            questions.Send();
        }
    }
}

/// <summary>Questions of one kind that wait for their round.</summary>
internal interface IQuestions
{
    /// <summary>Sends what waits, and answers everybody; returns at once.</summary>
    void Send();
}
