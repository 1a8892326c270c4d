namespace DolibarrAgent.Changesets;

/// <summary>
/// The one decision on what a file is, by its bytes: whoever reads it, shows it or stores it asks here. Its name and its
/// declared type are only what somebody wrote. What a file is besides is told by <see cref="TwoContents"/>.
/// </summary>
public static class FileContent
{
    private const int PdfHeaderReach = 1024;

    private static ReadOnlySpan<byte> PdfHeader => "%PDF-"u8;

    /// <summary>By how it begins: first what must stand at the very beginning, then a PDF, whose header may come later.</summary>
    public static ContentKind Of(ReadOnlySpan<byte> bytes) =>
        Container(bytes)
        ?? ContentMarks.Of(bytes)
        ?? (XmlHead.Begins(bytes) ? ContentKind.Xml : PdfHeaderIn(bytes) >= 0 ? ContentKind.Pdf : ContentKind.Other);

    /// <summary>Whether it is a picture.</summary>
    public static bool IsPicture(ContentKind kind) => kind is ContentKind.Png or ContentKind.Jpeg or ContentKind.Gif or ContentKind.WebP or ContentKind.OtherPicture;

    /// <summary>Whether it holds other files, so that a PDF may stand in it as it is.</summary>
    internal static bool HoldsFiles(ContentKind kind) => kind is ContentKind.Zip or ContentKind.Gzip or ContentKind.Tar or ContentKind.Cms or ContentKind.Ole or ContentKind.Tnef;

    /// <summary>Where a PDF's header begins, so far as readers look for it: real PDFs may have rubbish in front. Negative if there is none.</summary>
    internal static int PdfHeaderIn(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, PdfHeaderReach + PdfHeader.Length)].IndexOf(PdfHeader);

    private static ContentKind? Container(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8) || bytes.StartsWith("PK\x07\x08PK\x03\x04"u8) || bytes.StartsWith("PK00PK"u8) ? ContentKind.Zip
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) ? ContentKind.Gzip
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? ContentKind.Ole
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x78, 0x9F, 0x3E, 0x22]) ? ContentKind.Tnef
        : CmsHead.Begins(bytes) ? ContentKind.Cms
        : TarHead.Begins(bytes) ? ContentKind.Tar
        : null;
}
