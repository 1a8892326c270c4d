namespace DolibarrAgent.Intake;

/// <summary>What a file is, by its bytes; its name and its declared type are only what somebody wrote.</summary>
internal static class ContentSniffer
{
    public static ContentKind Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
        {
            return ContentKind.Zip;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return ContentKind.OutlookMessage;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x78, 0x9F, 0x3E, 0x22]))
        {
            return ContentKind.Tnef;
        }

        // Real PDFs may have rubbish before the header; readers accept it within the first 1024 bytes. So this comes
        // behind the containers, in which a PDF may stand uncompressed.
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return ContentKind.Pdf;
        }

        return XmlBytes.Begin(bytes) ? ContentKind.Xml : ContentKind.Other;
    }
}

/// <summary>The kinds of content that are told apart.</summary>
internal enum ContentKind
{
    Other,
    Pdf,
    Xml,
    Zip,
    OutlookMessage,
    Tnef,
}
