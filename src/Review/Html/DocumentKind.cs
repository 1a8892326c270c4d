using System.Text;

namespace DolibarrAgent.Review;

/// <summary>What a browser can show of some bytes, told by the bytes alone: a name and a sender's word prove nothing.</summary>
internal abstract record DocumentKind
{
    private DocumentKind() { }

    public sealed record Pdf : DocumentKind;

    /// <param name="ContentType">Of a format that cannot hold scripts: never SVG.</param>
    public sealed record Picture(string ContentType) : DocumentKind;

    public sealed record Text(string Value) : DocumentKind;

    public sealed record Unknown : DocumentKind;

    public static DocumentKind Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => new Picture("image/png"),
        [0xff, 0xd8, 0xff, ..] => new Picture("image/jpeg"),
        _ when bytes.StartsWith("GIF8"u8) => new Picture("image/gif"),
        _ when bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) => new Picture("image/webp"),
        // A reader looks for the header in the first kilobyte.
        _ when bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => new Pdf(),
        _ => TextIn(bytes) is { } text ? new Text(text) : new Unknown(),
    };

    /// <summary>In the encoding that its first bytes name, else UTF-8, or Latin-1 as old mail has it; null where it holds a null character, as no text does.</summary>
    private static string? TextIn(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xff, 0xfe, .. var little] => Encoding.Unicode.GetString(little),
            [0xfe, 0xff, .. var big] => Encoding.BigEndianUnicode.GetString(big),
            [0xef, 0xbb, 0xbf, .. var after] => Utf8OrLatin1(after),
            _ => Utf8OrLatin1(bytes),
        };
        return text.Contains('\0') ? null : text;
    }

    private static string Utf8OrLatin1(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
