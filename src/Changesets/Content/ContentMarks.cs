using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>Kinds of content that are told by a few bytes at a fixed place near the beginning.</summary>
internal static class ContentMarks
{
    private const int Looked = 32;

    private static readonly Mark[] Marks =
    [
        new(0, "\u0089PNG", ContentKind.Png),
        new(0, "\u00FF\u00D8\u00FF", ContentKind.Jpeg),
        new(0, "GIF8", ContentKind.Gif),
        new(0, "II*\0", ContentKind.OtherPicture),
        new(0, "MM\0*", ContentKind.OtherPicture),
        new(8, "WEBP", ContentKind.WebP),
        new(6, "\0\0\0\0", ContentKind.OtherPicture),
        new(4, "ftyphei", ContentKind.OtherPicture),
        new(4, "ftypmif", ContentKind.OtherPicture),
        new(4, "ftypavif", ContentKind.OtherPicture),
        new(4, "ftypM4A", ContentKind.Audio),
        new(4, "ftyp", ContentKind.Video),
        new(0, "\u001AE\u00DF\u00A3", ContentKind.Video),
        new(8, "AVI ", ContentKind.Video),
        new(8, "WAVE", ContentKind.Audio),
        new(0, "ID3", ContentKind.Audio),
        new(0, "\u00FF\u00FB", ContentKind.Audio),
        new(0, "OggS", ContentKind.Audio),
        new(0, "fLaC", ContentKind.Audio),
        new(0, "#!AMR", ContentKind.Audio),
        new(0, @"{\rtf", ContentKind.RichText),
        new(0, "%!PS", ContentKind.PostScript),
        new(0, "7z\u00BC\u00AF'\u001C", ContentKind.SevenZip),
        new(0, "Rar!\u001A\u0007", ContentKind.Rar),
        new(0, "BZh", ContentKind.Bzip2),
        new(0, "\u00FD7zXZ\0", ContentKind.Xz),
        new(0, "\u0028\u00B5\u002F\u00FD", ContentKind.Zstandard),
        new(0, "MSCF", ContentKind.Cabinet),
        new(2, "-lh", ContentKind.Lha),
        new(0, "`\u00EA", ContentKind.Arj),
        new(7, "**ACE**", ContentKind.Ace),
        new(0, "\u001F\u009D", ContentKind.Compress),
        new(0, "MZ", ContentKind.Program),
        new(0, "\u007FELF", ContentKind.Program),
        new(0, "#!/", ContentKind.Program),
        new(0, "\0\u0005\u0016\u0007", ContentKind.SystemFile),
        new(0, "\0\0\0\u0001Bud1", ContentKind.SystemFile),
    ];

    public static ContentKind? Of(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Looked)]);
        foreach (var (at, mark, kind) in Marks)
        {
            // Two letters are little: a picture of that kind has four zeros besides, a recording of that one a length.
            if (start.AsSpan(Math.Min(at, start.Length)).StartsWith(mark, StringComparison.Ordinal)
                && (mark != "\0\0\0\0" || start.StartsWith("BM", StringComparison.Ordinal))
                && (at != 8 || start.StartsWith("RIFF", StringComparison.Ordinal)))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Bytes at a fixed place, and what a file with them is.</summary>
    private sealed record Mark(int At, string Bytes, ContentKind Is);
}
