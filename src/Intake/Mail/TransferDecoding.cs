using System.Buffers;
using System.Buffers.Text;
using MimeKit;

namespace DolibarrAgent.Intake;

/// <summary>
/// The bytes of a part. Base64, which nearly all files come in, is decoded here: the mail library goes byte by
/// byte, and that was most of the time that reading a mail took. What is not clean base64 is left to the library,
/// which makes of it what can be made.
/// </summary>
internal static class TransferDecoding
{
    public static byte[] Bytes(MimePart part)
    {
        if (part.Content is not { Stream: { } stream } content)
        {
            return [];
        }

        if (content.Encoding == ContentEncoding.Base64 && Base64Bytes(stream) is { } clean)
        {
            return clean;
        }

        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        return decoded.ToArray();
    }

    private static byte[]? Base64Bytes(Stream stream)
    {
        stream.Position = 0;
        var encoded = new byte[stream.Length];
        stream.ReadExactly(encoded);
        stream.Position = 0;
        var length = WithoutLineEnds(encoded);
        return Base64.DecodeFromUtf8InPlace(encoded.AsSpan(0, length), out var written) == OperationStatus.Done
            ? encoded[..written]
            : null;
    }

    private static int WithoutLineEnds(Span<byte> text)
    {
        var (from, to) = (0, 0);
        while (from < text.Length)
        {
            var rest = text[from..];
            var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            line.CopyTo(text[to..]);
            to += line.Length;
            from += line.Length;
            while (from < text.Length && text[from] is (byte)'\r' or (byte)'\n')
            {
                from++;
            }
        }

        return to;
    }
}
