using System.Security.Cryptography;
using DolibarrAgent.Changesets;

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

    /// <summary>The container (archive, signature, attached message, XML) that it was taken out of; null where it came as it is.</summary>
    public SourceFile? In { get; init; }

    /// <summary>Its clean name behind those of the containers around it: <c>invoices.zip/F-1.xml</c>.</summary>
    public string Place => Outer is { } outer ? $"{outer.Place}/{CleanName}" : CleanName;

    // A signature is not a place where a person looks for a file.
    private SourceFile? Outer => In is { } outer && FileContent.Of(outer.Bytes.Span) == ContentKind.Cms ? outer.Outer : In;

    /// <summary>A file that was taken out of another; its type is what it is.</summary>
    internal static SourceFile TakenOut(SourceFile container, string? name, ReadOnlyMemory<byte> bytes) =>
        From(name, ContentTypes.Of(FileContent.Of(bytes.Span)), bytes) with { In = container };

    /// <summary>Whether it is a PDF, by its bytes: whatever it is called, and under whatever type it was sent.</summary>
    public bool IsPdf => FileContent.Of(Bytes.Span) == ContentKind.Pdf;

    /// <summary>Whether it has pages that a person looks at: a PDF or a picture, by its bytes.</summary>
    public bool HasPages => FileContent.Of(Bytes.Span) is ContentKind.Pdf or ContentKind.Png or ContentKind.Jpeg or ContentKind.OtherPicture;

    /// <summary>The SHA-256 of its bytes, in hex, lower case; taken at each call, and not needed to read the file.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>Whether the other is the same file, whatever it is called.</summary>
    public bool HasBytesOf(SourceFile other) => Bytes.Span.SequenceEqual(other.Bytes.Span);
}
