namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>A clock that stands still until it is moved. Its timers run on the system's time.</summary>
internal sealed class ManualClock : TimeProvider
{
    private TimeSpan passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => passed.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero) + passed;

    public void Pass(TimeSpan time) => passed += time;
}
