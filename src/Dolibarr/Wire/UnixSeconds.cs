namespace DolibarrAgent.Dolibarr;

/// <summary>Times as Dolibarr writes most of them: seconds since 1970, UTC.</summary>
internal static class UnixSeconds
{
    /// <summary>The first second of the year 10000, which no time of ours reaches.</summary>
    private const long End = 253_402_300_800;

    /// <summary>The time; null if none is given, or it is not a time.</summary>
    public static DateTimeOffset? Time(long? seconds) => seconds is > 0 and < End ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;
}
