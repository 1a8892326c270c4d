using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>
/// The bytes of an XML without what mail and its gateways add around it: marks and blank lines before the declaration,
/// padding behind the end. An XML reader takes each of these for an error.
/// </summary>
/// <param name="Bytes">From the first to the last character of the XML.</param>
/// <param name="Encoding">What they are written in where their mark or their form says so; null where the declaration does.</param>
internal readonly record struct XmlBytes(ReadOnlyMemory<byte> Bytes, Encoding? Encoding)
{
    // An invalid character would otherwise become another, and be read.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] OfDocuments = ["<?xml", "xmlns"];

    /// <summary>Throws <see cref="DecoderFallbackException"/> where the bytes are not in the encoding that their mark names.</summary>
    public static XmlBytes Of(ReadOnlyMemory<byte> file)
    {
        var start = file.Span.IndexOf((byte)'<');
        if (start < 0)
        {
            return new(file, null);
        }

        if (Wide(file.Span, start) is not { } wide)
        {
            return new(Trimmed(file[start..]), file.Span[..start].IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) >= 0 ? Utf8 : null);
        }

        // A byte too many at the end is padding.
        var whole = file.Length / wide.GetByteCount("<") * wide.GetByteCount("<");
        return new(Trimmed(Utf8.GetBytes(wide.GetString(file.Span[..whole]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0'))), Utf8);
    }

    /// <summary>An encoding of two or four bytes a character, by the zeros beside the first one.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> file, int start)
    {
        var before = file[..start];
        var behind = file[(start + 1)..];
        return (start % 4) switch
        {
            0 when behind.StartsWith((ReadOnlySpan<byte>)[0, 0, 0]) => new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true),
            3 when before.EndsWith((ReadOnlySpan<byte>)[0, 0, 0]) => new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true),
            0 or 2 when behind.StartsWith((ReadOnlySpan<byte>)[0]) => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
            1 or 3 when before.EndsWith((ReadOnlySpan<byte>)[0]) && behind.StartsWith((ReadOnlySpan<byte>)[0]) => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
            _ => null,
        };
    }

    /// <summary>
    /// The text behind the end of the root, where a program added it that took the file for a text; null where there is
    /// none, or it may be another document, of which nobody would hear.
    /// </summary>
    public string? HarmlessBehind(string root)
    {
        var mark = System.Text.Encoding.UTF8.GetBytes($"</{root}>");
        if (Bytes.Span.IndexOf(mark) is not (>= 0 and var end))
        {
            return null;
        }

        var behind = TextOf(Bytes.Span[(end + mark.Length)..]);
        return Array.Exists(OfDocuments, part => behind.Contains(part, StringComparison.OrdinalIgnoreCase)) || behind.Contains($"</{root}>", StringComparison.Ordinal)
            ? null
            : behind.Trim();
    }

    // It is shown to a person. Where it is not UTF-8, nobody knows what it is.
    private static string TextOf(ReadOnlySpan<byte> bytes) => (System.Text.Unicode.Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8 : System.Text.Encoding.Latin1).GetString(bytes);

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> xml) => xml.TrimEnd(" \t\r\n\0\x1A"u8);
}
