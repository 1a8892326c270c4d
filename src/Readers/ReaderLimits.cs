namespace DolibarrAgent.Readers;

/// <summary>What a process that reads may use. Beyond it the process is ended.</summary>
public sealed record ReaderLimits
{
    /// <summary>What its heap may hold, in bytes: a gigabyte.</summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>What it may use for one document. Time that other processes take does not count.</summary>
    public TimeSpan ProcessorTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one document may take by the clock; endless unless said otherwise, for a machine can be busy.</summary>
    public TimeSpan Time { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Bytes of an answer.</summary>
    public int AnswerBytes { get; init; } = Frames.Longest;
}
