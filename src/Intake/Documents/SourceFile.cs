using System.Security.Cryptography;

namespace DolibarrAgent.Intake;

/// <summary>
/// One file as it came. <see cref="Name"/> is what somebody else wrote: for display only, after it was made
/// visible. <see cref="CleanName"/> can be used; <see cref="Sha256"/> (hex, lower case) says what it is.
/// </summary>
public sealed record SourceFile(string Name, string CleanName, string ContentType, ReadOnlyMemory<byte> Bytes, string Sha256)
{
    /// <summary>A file with its name cleaned and its digest taken.</summary>
    public static SourceFile From(string? name, string contentType, ReadOnlyMemory<byte> bytes) =>
        new(name ?? "", FileNames.Clean(name), contentType, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));
}
