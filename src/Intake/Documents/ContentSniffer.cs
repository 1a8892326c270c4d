namespace DolibarrAgent.Intake;

/// <summary>What a file is, by its bytes; its name and its declared type are only what somebody wrote.</summary>
internal static class ContentSniffer
{
    public static ContentKind Of(ReadOnlySpan<byte> bytes)
    {
        // Real PDFs may have rubbish before the header; readers accept it within the first 1024 bytes. So this comes
        // behind the containers, in which a PDF may stand as it is.
        return Container(bytes)
            ?? (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0 ? ContentKind.Pdf
            : XmlBytes.Begin(bytes) ? ContentKind.Xml
            : ContentKind.Other);
    }

    private static ContentKind? Container(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8) || bytes.StartsWith("PK\x07\x08PK\x03\x04"u8) || bytes.StartsWith("PK00PK"u8) ? ContentKind.Zip
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) ? ContentKind.Gzip
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? ContentKind.Ole
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x78, 0x9F, 0x3E, 0x22]) ? ContentKind.Tnef
        : CmsBytes.Begin(bytes) ? ContentKind.Cms
        : TarFiles.Begin(bytes) ? ContentKind.Tar
        : null;
}
