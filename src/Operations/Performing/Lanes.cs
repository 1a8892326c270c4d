namespace DolibarrAgent.Operations;

/// <summary>
/// What may be under way on one target: so many calls at once, and those of one lane one after the other. Of the calls
/// that wait, the one with the longest lane behind it goes first: that lane ends last however it is done, and the others
/// fit beside it.
/// </summary>
/// <param name="most">Calls at once.</param>
internal sealed class Lanes(int most)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> last = new(StringComparer.Ordinal);
    private readonly PriorityQueue<TaskCompletionSource, Place> waiting = new(Comparer<Place>.Create(Place.Compare));
    private int free = most;
    private long numbers;

    /// <summary>Does the work once all that came to this lane before is done.</summary>
    public async Task InAsync(string lane, Func<Task> work)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (gate)
        {
            before = last.GetValueOrDefault(lane, Task.CompletedTask);
            last[lane] = mine.Task;
        }
        try
        {
            await before;
            await work();
        }
        finally
        {
            mine.SetResult();
        }
    }

    /// <summary>Makes a call when its turn has come.</summary>
    /// <param name="behind">How many of its lane are still to come, itself included.</param>
    /// <param name="call">The call.</param>
    public async Task<T> CallAsync<T>(int behind, Func<Task<T>> call)
    {
        await TurnAsync(behind);
        try
        {
            return await call();
        }
        finally
        {
            Leave();
        }
    }

    private Task TurnAsync(int behind)
    {
        lock (gate)
        {
            if (free > 0)
            {
                free--;
                return Task.CompletedTask;
            }
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn, new Place(behind, numbers++));
            return turn.Task;
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var next, out _))
            {
                next.SetResult();
            }
            else
            {
                free++;
            }
        }
    }

    /// <summary>Where a call stands that waits: how many of its lane are still to come, and when it came itself.</summary>
    private readonly record struct Place(int Behind, long Number)
    {
        public static int Compare(Place one, Place other) =>
            one.Behind != other.Behind ? other.Behind.CompareTo(one.Behind) : one.Number.CompareTo(other.Number);
    }
}
