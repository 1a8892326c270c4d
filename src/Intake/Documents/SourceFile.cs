using System.Security.Cryptography;

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

    /// <summary>The SHA-256 of its bytes, in hex, lower case; taken at each call, and not needed to read the file.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>Whether the other is the same file, whatever it is called.</summary>
    public bool HasBytesOf(SourceFile other) => Bytes.Span.SequenceEqual(other.Bytes.Span);
}
