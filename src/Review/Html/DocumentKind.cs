using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>What a browser can show of some bytes, told by the bytes alone: a name and a sender's word prove nothing.</summary>
internal abstract record DocumentKind
{
    private DocumentKind() { }

    public sealed record Pdf : DocumentKind;

    /// <param name="ContentType">Of a format that cannot hold scripts: never SVG.</param>
    public sealed record Picture(string ContentType) : DocumentKind;

    public sealed record Text(string Value) : DocumentKind;

    /// <summary>Whatever was shown of it would not be what another program shows.</summary>
    public sealed record Two : DocumentKind;

    public sealed record Unknown : DocumentKind;

    public static DocumentKind Of(string name, ReadOnlySpan<byte> bytes) => TwoContents.In(name, bytes) is not null ? new Two() : FileContent.Of(bytes) switch
    {
        ContentKind.Png => new Picture("image/png"),
        ContentKind.Jpeg => new Picture("image/jpeg"),
        ContentKind.Gif => new Picture("image/gif"),
        ContentKind.WebP => new Picture("image/webp"),
        ContentKind.Pdf => new Pdf(),
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
