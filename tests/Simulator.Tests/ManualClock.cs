namespace DolibarrAgent.Simulator.Tests;

/// <summary>A clock that a test moves; what waits for it is done while it is moved.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state), now + dueTime);
        timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        now += time;
        foreach (var due in timers.Where(timer => timer.Due <= now).ToArray())
        {
            timers.Remove(due);
            due.Elapse();
        }
    }

    private sealed class ManualTimer(Action callback, DateTimeOffset due) : ITimer
    {
        private bool disposed;

        public DateTimeOffset Due => due;

        public void Elapse()
        {
            if (!disposed)
            {
                callback();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => disposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
