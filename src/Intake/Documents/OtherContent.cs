using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>What a file is that is neither read nor opened, by its bytes; where they say nothing, by its name or the type it was sent under.</summary>
internal static class OtherContent
{
    private static readonly (int At, string Bytes, Refusal Is)[] Marks =
    [
        (0, "\u0089PNG", ContentRefusals.Picture),
        (0, "\u00FF\u00D8\u00FF", ContentRefusals.Picture),
        (0, "GIF8", ContentRefusals.Picture),
        (0, "II*\0", ContentRefusals.Picture),
        (0, "MM\0*", ContentRefusals.Picture),
        (8, "WEBP", ContentRefusals.Picture),
        (6, "\0\0\0\0", ContentRefusals.Picture),
        (4, "ftyphei", ContentRefusals.Picture),
        (4, "ftypmif", ContentRefusals.Picture),
        (4, "ftypavif", ContentRefusals.Picture),
        (4, "ftypM4A", ContentRefusals.Audio),
        (4, "ftyp", ContentRefusals.Video),
        (0, "\u001AE\u00DF\u00A3", ContentRefusals.Video),
        (8, "AVI ", ContentRefusals.Video),
        (8, "WAVE", ContentRefusals.Audio),
        (0, "ID3", ContentRefusals.Audio),
        (0, "\u00FF\u00FB", ContentRefusals.Audio),
        (0, "OggS", ContentRefusals.Audio),
        (0, "fLaC", ContentRefusals.Audio),
        (0, "#!AMR", ContentRefusals.Audio),
        (0, @"{\rtf", ContentRefusals.Rtf),
        (0, "%!PS", ContentRefusals.PostScript),
        (0, "7z\u00BC\u00AF'\u001C", ContentRefusals.Archive("a 7z")),
        (0, "Rar!\u001A\u0007", ContentRefusals.Archive("a RAR")),
        (0, "BZh", ContentRefusals.Archive("a bzip2")),
        (0, "\u00FD7zXZ\0", ContentRefusals.Archive("an xz")),
        (0, "\u0028\u00B5\u002F\u00FD", ContentRefusals.Archive("a Zstandard")),
        (0, "MSCF", ContentRefusals.Archive("a cabinet (.cab)")),
        (2, "-lh", ContentRefusals.Archive("an LHA")),
        (0, "`\u00EA", ContentRefusals.Archive("an ARJ")),
        (7, "**ACE**", ContentRefusals.Archive("an ACE")),
        (0, "\u001F\u009D", ContentRefusals.Archive("a compress (.Z)")),
        (0, "MZ", ContentRefusals.Program),
        (0, "\u007FELF", ContentRefusals.Program),
        (0, "#!/", ContentRefusals.Program),
        (0, "\0\u0005\u0016\u0007", ContentRefusals.SystemFile),
        (0, "\0\0\0\u0001Bud1", ContentRefusals.SystemFile),
    ];

    private static readonly string[] Signatures =
        ["application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"];

    private static readonly string[] Keys = ["application/pgp-keys", "application/pkix-cert", "application/x-x509-ca-cert"];

    /// <summary>What the reading of it comes to.</summary>
    public static DocumentOutcome Of(SourceFile file)
    {
        if (file.Bytes.IsEmpty)
        {
            return new DocumentOutcome.Rejected(Refusals.Empty);
        }

        var what = ByType(file) ?? ByMarks(file.Bytes.Span) ?? TextContent.Of(file) ?? ByName(file) ?? ContentRefusals.Unknown;
        return what == ContainerRefusals.DamagedCms ? new DocumentOutcome.Rejected(what)
            : IsForPeople(what) ? new DocumentOutcome.NoStructuredData(what)
            : new DocumentOutcome.NotAnInvoice(what);
    }

    /// <summary>Whether it is a mere signature: sent as one, and nothing else by its bytes.</summary>
    public static bool IsSignature(SourceFile file) =>
        Signatures.Contains(file.ContentType, StringComparer.OrdinalIgnoreCase) && ContentSniffer.Of(file.Bytes.Span) is ContentKind.Cms or ContentKind.Other;

    /// <summary>Whether its first bytes say that it is not text.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> bytes) => ByMarks(bytes) is not null;

    // A person could find an invoice in these.
    private static bool IsForPeople(Refusal what) =>
        what.Code is "spreadsheet" or "text-document" or "presentation" or "archive" or "old-office" or "office-encrypted" or "outlook-message" or "file-sealed" or "mail-sealed";

    // What mail programs put beside what they sign or seal, whatever they write into it.
    private static Refusal? ByType(SourceFile file) =>
        Signatures.Contains(file.ContentType, StringComparer.OrdinalIgnoreCase) ? ContentRefusals.Signature
        : Keys.Contains(file.ContentType, StringComparer.OrdinalIgnoreCase) ? ContentRefusals.Key
        : string.Equals(file.ContentType, "application/pgp-encrypted", StringComparison.OrdinalIgnoreCase) ? ContainerRefusals.MailSealed
        : null;

    private static Refusal? ByMarks(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 32)]);
        foreach (var (at, mark, what) in Marks)
        {
            // Two letters are little: a picture of that kind has four zeros besides, a recording of that one a length.
            if (start.AsSpan(Math.Min(at, start.Length)).StartsWith(mark, StringComparison.Ordinal)
                && (mark != "\0\0\0\0" || start.StartsWith("BM", StringComparison.Ordinal))
                && (at != 8 || start.StartsWith("RIFF", StringComparison.Ordinal)))
            {
                return what;
            }
        }

        return null;
    }

    private static Refusal? ByName(SourceFile file) =>
        file.ContentType.EndsWith("pkcs7-mime", StringComparison.OrdinalIgnoreCase) || file.CleanName.EndsWith(".p7m", StringComparison.OrdinalIgnoreCase) ? ContainerRefusals.DamagedCms
        : file.ContentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? ContentRefusals.Picture
        : file.CleanName.EndsWith(".pgp", StringComparison.OrdinalIgnoreCase) || file.CleanName.EndsWith(".gpg", StringComparison.OrdinalIgnoreCase) ? ContainerRefusals.Encrypted
        : file.CleanName.EndsWith(".msg", StringComparison.OrdinalIgnoreCase) ? ContentRefusals.OutlookMessage
        : OfficeNames.Of(file);
}
