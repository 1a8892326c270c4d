namespace DolibarrAgent.Simulator;

/// <summary>
/// Requests whose connection was closed and that are still to be dealt with. The server's lock is held in every call
/// from outside; a timer asks for it by itself.
/// </summary>
/// <param name="clock">The server's clock.</param>
/// <param name="gate">The server's lock.</param>
/// <param name="deal">Deals with one.</param>
internal sealed class LateCalls(TimeProvider clock, Lock gate, Action<LateCall> deal)
{
    private readonly List<Waiting> waiting = [];

    public void Add(LateCall call, LateEffect when)
    {
        var added = new Waiting(call) { RequestsLeft = when is LateEffect.AfterRequests after ? after.Requests : null };
        waiting.Add(added);
        if (when is LateEffect.AfterTime time)
        {
            added.Timer = clock.CreateTimer(_ => Elapsed(added), null, time.Delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Counts a further request that was dealt with, and deals with those that waited for it.</summary>
    public void CountRequest()
    {
        foreach (var due in waiting.Where(late => --late.RequestsLeft <= 0).ToArray())
        {
            Deal(due);
        }
    }

    /// <summary>Deals with all, in the order in which they came; how many they were.</summary>
    public int Release()
    {
        var all = waiting.ToArray();
        foreach (var late in all)
        {
            Deal(late);
        }

        return all.Length;
    }

    /// <summary>They are never dealt with.</summary>
    public void Forget()
    {
        waiting.ForEach(late => late.Timer?.Dispose());
        waiting.Clear();
    }

    private void Elapsed(Waiting late)
    {
        lock (gate)
        {
            Deal(late);
        }
    }

    private void Deal(Waiting late)
    {
        if (waiting.Remove(late))
        {
            late.Timer?.Dispose();
            deal(late.Call);
        }
    }

    private sealed class Waiting(LateCall call)
    {
        public LateCall Call => call;

        public int? RequestsLeft { get; set; }

        public ITimer? Timer { get; set; }
    }
}

/// <summary>A request that got stuck on its way.</summary>
/// <param name="Call">What it asks for.</param>
/// <param name="Fault">What went wrong.</param>
/// <param name="Number">The number under which the log has its arrival.</param>
internal sealed record LateCall(IncomingCall Call, Fault Fault, int Number);
