namespace DolibarrAgent.Readers;

/// <summary>What a process that reads answered, or why it did not.</summary>
public abstract record ReaderAnswer
{
    private ReaderAnswer()
    {
    }

    /// <summary>It answered.</summary>
    /// <param name="Bytes">The answer, whose form nobody has looked at.</param>
    public sealed record Given(ReadOnlyMemory<byte> Bytes) : ReaderAnswer;

    /// <summary>It ended over the document: by itself, or because it answered with more than it may.</summary>
    public sealed record Ended : ReaderAnswer;

    /// <summary>It was ended because it took longer than it may.</summary>
    public sealed record Late : ReaderAnswer;

    /// <summary>It could not be used at all.</summary>
    /// <param name="Why">What the system says.</param>
    public sealed record Unusable(string Why) : ReaderAnswer;
}
