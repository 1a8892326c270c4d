namespace DolibarrAgent.Intake;

/// <summary>
/// One file as it came. <see cref="Name"/> is what somebody else wrote: for display only, after it was made
/// visible. <see cref="CleanName"/> can be used.
/// </summary>
public sealed record SourceFile(string Name, string CleanName, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A file with its name cleaned.</summary>
    public static SourceFile From(string? name, string contentType, ReadOnlyMemory<byte> bytes) =>
        new(name ?? "", FileNames.Clean(name), contentType, bytes);

    /// <summary>Whether the other is the same file, whatever it is called.</summary>
    public bool HasBytesOf(SourceFile other) => Bytes.Span.SequenceEqual(other.Bytes.Span);
}
