using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>Pages of documents as they look, each as PNG of the whole page as it lies in its file.</summary>
/// <param name="ByPage">Those that were drawn.</param>
public sealed record PagePictures(ImmutableDictionary<PageOfFile, ReadOnlyMemory<byte>> ByPage)
{
    /// <summary>Bytes of all that one review holds.</summary>
    public const int Limit = 6_000_000;

    /// <summary>Nothing was drawn.</summary>
    public static PagePictures None { get; } = new(ImmutableDictionary<PageOfFile, ReadOnlyMemory<byte>>.Empty);

    /// <summary>With one more, where it is a PNG and there is room for it.</summary>
    public PagePictures With(PageOfFile page, ReadOnlyMemory<byte> picture) =>
        FileContent.Of(picture.Span) == ContentKind.Png && ByPage.Values.Sum(known => (long)known.Length) + picture.Length <= Limit
            ? new(ByPage.SetItem(page, picture))
            : this;
}

/// <summary>A page of a document.</summary>
/// <param name="File">The document's digest.</param>
/// <param name="Number">From 1.</param>
public sealed record PageOfFile(Digest File, int Number);
