namespace DolibarrAgent.Dolibarr;

/// <summary>Bounds of one call. The defaults suit a Dolibarr on the same continent.</summary>
public sealed record HttpLimits
{
    /// <summary>To open a connection. Default 10 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>One try of a read. Default 30 s.</summary>
    public TimeSpan ReadTry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A read with all its tries. Default 100 s.</summary>
    public TimeSpan ReadTotal { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>A write, which has one try. Default 60 s.</summary>
    public TimeSpan Write { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a read is tried again; a write never is. Default 3, 0 to never.</summary>
    public int ReadRetries { get; init; } = 3;

    /// <summary>First pause before a read is tried again; it doubles, with jitter. Default 300 ms.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Longest pause, and the longest <c>Retry-After</c> that is waited for. Default 10 s.</summary>
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a read waits for a database that is away. Default 60 s, within what the read may take in all.</summary>
    public TimeSpan Outage { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Pause before a read asks again whether the database is back. Default 2 s.</summary>
    public TimeSpan OutagePause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Largest answer in bytes. Default 32 MiB, which holds a document of 24 MB in base64.</summary>
    public int LargestAnswer { get; init; } = 32 * 1024 * 1024;
}
