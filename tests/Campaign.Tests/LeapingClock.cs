namespace DolibarrAgent.Campaign.Tests;

/// <summary>A clock on which waiting takes no time: whoever waits finds the time passed at once.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private long leapt;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref leapt));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            Interlocked.Add(ref leapt, dueTime.Ticks);
        }
        return System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
    }
}
