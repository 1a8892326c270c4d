namespace DolibarrAgent.Operations;

/// <summary>
/// Nothing new is sent to a target while it is not known what became of something that was. Whoever called the halt finds
/// that out; all others wait.
/// </summary>
internal sealed class Halt
{
    private readonly Lock gate = new();
    private TaskCompletionSource? over;
    private int callers;

    public bool IsOn
    {
        get
        {
            lock (gate)
            {
                return callers > 0;
            }
        }
    }

    /// <summary>Waits until nobody calls a halt.</summary>
    public async Task OverAsync(CancellationToken cancel)
    {
        while (Waiting() is { } wait)
        {
            await wait.WaitAsync(cancel);
        }
    }

    /// <summary>One of those who send, and may call the halt.</summary>
    public Caller Join() => new(this);

    private Task? Waiting()
    {
        lock (gate)
        {
            return callers > 0 ? over!.Task : null;
        }
    }

    private void Begin()
    {
        lock (gate)
        {
            over ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            callers++;
        }
    }

    private void End()
    {
        TaskCompletionSource? ended = null;
        lock (gate)
        {
            if (--callers == 0)
            {
                (ended, over) = (over, null);
            }
        }
        ended?.SetResult();
    }

    /// <summary>A halt that is mine to call and to end; one that is left ends.</summary>
    public sealed class Caller(Halt halt) : IDisposable
    {
        private int isMine;

        public void Call()
        {
            if (Interlocked.Exchange(ref isMine, 1) == 0)
            {
                halt.Begin();
            }
        }

        public void End()
        {
            if (Interlocked.Exchange(ref isMine, 0) == 1)
            {
                halt.End();
            }
        }

        public void Dispose() => End();
    }
}
