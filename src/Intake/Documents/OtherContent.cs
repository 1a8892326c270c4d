using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What a file is that is neither read nor opened, by its bytes; where they say nothing, by its name or the type it was sent under.</summary>
internal static class OtherContent
{
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

        var what = ByType(file) ?? ByKind(FileContent.Of(file.Bytes.Span)) ?? TextContent.Of(file) ?? ByName(file) ?? ContentRefusals.Unknown;
        return what == ContainerRefusals.DamagedCms ? new DocumentOutcome.Rejected(what)
            : IsForPeople(what) ? new DocumentOutcome.NoStructuredData(what)
            : new DocumentOutcome.NotAnInvoice(what);
    }

    /// <summary>Whether it is a mere signature: sent as one, and nothing else by its bytes.</summary>
    public static bool IsSignature(SourceFile file) =>
        Signatures.Contains(file.ContentType, StringComparer.OrdinalIgnoreCase) && FileContent.Of(file.Bytes.Span) is ContentKind.Cms or ContentKind.Other;

    // A person could find an invoice in these.
    private static bool IsForPeople(Refusal what) =>
        what.Code.IsOneOf(Codes.Spreadsheet, Codes.TextDocument, Codes.Presentation, Codes.Archive, Codes.OldOffice, Codes.OfficeEncrypted, Codes.OutlookMessage, Codes.FileSealed, Codes.MailSealed);

    // What mail programs put beside what they sign or seal, whatever they write into it.
    private static Refusal? ByType(SourceFile file) =>
        Signatures.Contains(file.ContentType, StringComparer.OrdinalIgnoreCase) ? ContentRefusals.Signature
        : Keys.Contains(file.ContentType, StringComparer.OrdinalIgnoreCase) ? ContentRefusals.Key
        : string.Equals(file.ContentType, "application/pgp-encrypted", StringComparison.OrdinalIgnoreCase) ? ContainerRefusals.MailSealed
        : null;

    private static Refusal? ByKind(ContentKind kind) => kind switch
    {
        _ when FileContent.IsPicture(kind) => ContentRefusals.Picture,
        ContentKind.Audio => ContentRefusals.Audio,
        ContentKind.Video => ContentRefusals.Video,
        ContentKind.RichText => ContentRefusals.Rtf,
        ContentKind.PostScript => ContentRefusals.PostScript,
        ContentKind.SevenZip => ContentRefusals.Archive("a 7z"),
        ContentKind.Rar => ContentRefusals.Archive("a RAR"),
        ContentKind.Bzip2 => ContentRefusals.Archive("a bzip2"),
        ContentKind.Xz => ContentRefusals.Archive("an xz"),
        ContentKind.Zstandard => ContentRefusals.Archive("a Zstandard"),
        ContentKind.Cabinet => ContentRefusals.Archive("a cabinet (.cab)"),
        ContentKind.Lha => ContentRefusals.Archive("an LHA"),
        ContentKind.Arj => ContentRefusals.Archive("an ARJ"),
        ContentKind.Ace => ContentRefusals.Archive("an ACE"),
        ContentKind.Compress => ContentRefusals.Archive("a compress (.Z)"),
        ContentKind.Program => ContentRefusals.Program,
        ContentKind.SystemFile => ContentRefusals.SystemFile,
        _ => null,
    };

    private static Refusal? ByName(SourceFile file) =>
        file.ContentType.EndsWith("pkcs7-mime", StringComparison.OrdinalIgnoreCase) || file.CleanName.EndsWith(".p7m", StringComparison.OrdinalIgnoreCase) ? ContainerRefusals.DamagedCms
        : file.ContentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? ContentRefusals.Picture
        : file.CleanName.EndsWith(".pgp", StringComparison.OrdinalIgnoreCase) || file.CleanName.EndsWith(".gpg", StringComparison.OrdinalIgnoreCase) ? ContainerRefusals.Encrypted
        : file.CleanName.EndsWith(".msg", StringComparison.OrdinalIgnoreCase) ? ContentRefusals.OutlookMessage
        : OfficeNames.Of(file);
}
