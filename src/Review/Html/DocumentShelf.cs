using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The changeset behind a page: its digest, its evidence and that evidence's bytes.</summary>
/// <param name="Changeset">The SHA-256 of <c>changeset.json</c>.</param>
/// <param name="Evidence">In the order of the page's.</param>
/// <param name="BytesOf">The bytes of evidence that has any.</param>
internal sealed record DocumentShelf(Digest Changeset, ImmutableArray<Evidence> Evidence, Func<Evidence, ReadOnlyMemory<byte>> BytesOf)
{
    /// <summary>Chromium loads no frame from a data: URL longer than 2 MiB, and base64 makes four characters of three bytes.</summary>
    public const int PdfLimit = 1_500_000;

    public const int PictureLimit = 8_000_000;

    /// <summary>Bytes of all that one page holds.</summary>
    public const int PageLimit = 24_000_000;

    /// <summary>How many characters of a text are shown.</summary>
    public const int TextLimit = 60_000;

    public static DocumentShelf Of(LoadedChangeset loaded) => new(loaded.Digest, loaded.Changeset.Evidence, loaded.BytesOf);
}
