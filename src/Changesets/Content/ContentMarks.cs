using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>Kinds of content that are told by a few bytes at a fixed place near the beginning.</summary>
internal static class ContentMarks
{
    private const int Looked = 32;

    private static readonly (int At, string Bytes, ContentKind Is)[] Marks =
    [
        (0, "\u0089PNG", ContentKind.Png),
        (0, "\u00FF\u00D8\u00FF", ContentKind.Jpeg),
        (0, "GIF8", ContentKind.Gif),
        (0, "II*\0", ContentKind.OtherPicture),
        (0, "MM\0*", ContentKind.OtherPicture),
        (8, "WEBP", ContentKind.WebP),
        (6, "\0\0\0\0", ContentKind.OtherPicture),
        (4, "ftyphei", ContentKind.OtherPicture),
        (4, "ftypmif", ContentKind.OtherPicture),
        (4, "ftypavif", ContentKind.OtherPicture),
        (4, "ftypM4A", ContentKind.Audio),
        (4, "ftyp", ContentKind.Video),
        (0, "\u001AE\u00DF\u00A3", ContentKind.Video),
        (8, "AVI ", ContentKind.Video),
        (8, "WAVE", ContentKind.Audio),
        (0, "ID3", ContentKind.Audio),
        (0, "\u00FF\u00FB", ContentKind.Audio),
        (0, "OggS", ContentKind.Audio),
        (0, "fLaC", ContentKind.Audio),
        (0, "#!AMR", ContentKind.Audio),
        (0, @"{\rtf", ContentKind.RichText),
        (0, "%!PS", ContentKind.PostScript),
        (0, "7z\u00BC\u00AF'\u001C", ContentKind.SevenZip),
        (0, "Rar!\u001A\u0007", ContentKind.Rar),
        (0, "BZh", ContentKind.Bzip2),
        (0, "\u00FD7zXZ\0", ContentKind.Xz),
        (0, "\u0028\u00B5\u002F\u00FD", ContentKind.Zstandard),
        (0, "MSCF", ContentKind.Cabinet),
        (2, "-lh", ContentKind.Lha),
        (0, "`\u00EA", ContentKind.Arj),
        (7, "**ACE**", ContentKind.Ace),
        (0, "\u001F\u009D", ContentKind.Compress),
        (0, "MZ", ContentKind.Program),
        (0, "\u007FELF", ContentKind.Program),
        (0, "#!/", ContentKind.Program),
        (0, "\0\u0005\u0016\u0007", ContentKind.SystemFile),
        (0, "\0\0\0\u0001Bud1", ContentKind.SystemFile),
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
}
