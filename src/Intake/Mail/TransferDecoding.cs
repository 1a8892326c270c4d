using System.Buffers;
using System.Buffers.Text;
using MimeKit;
using MimeKit.IO;

namespace DolibarrAgent.Intake;

/// <summary>
/// The bytes of a part. Base64, which nearly all files come in, is decoded here, straight from the mail's bytes: the mail
/// library goes byte by byte, and that was most of the time that reading a mail took. What is not clean base64 is left to
/// the library, which makes of it what can be made.
/// </summary>
internal static class TransferDecoding
{
    public static byte[] Bytes(MimePart part)
    {
        if (part.Content is not { Stream: { } stream } content)
        {
            return [];
        }

        if (content.Encoding == ContentEncoding.Base64 && InMail(stream) is { } encoded && Base64Bytes(encoded.Span) is { } clean)
        {
            return clean;
        }

        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        return decoded.ToArray();
    }

    // The library keeps of each part where it starts and ends in the stream that it was given.
    private static ReadOnlyMemory<byte>? InMail(Stream stream) => stream switch
    {
        ReadOnlyMemoryStream whole => whole.Bytes,
        BoundStream { BaseStream: ReadOnlyMemoryStream mail } part when part.EndBoundary >= part.StartBoundary && part.EndBoundary <= mail.Length =>
            mail.Bytes[(int)part.StartBoundary..(int)part.EndBoundary],
        _ => null,
    };

    private static byte[]? Base64Bytes(ReadOnlySpan<byte> encoded)
    {
        var joined = ArrayPool<byte>.Shared.Rent(encoded.Length);
        try
        {
            ReadOnlySpan<byte> text = joined.AsSpan(0, WithoutLineEnds(encoded, joined));
            var padding = text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0;
            var bytes = GC.AllocateUninitializedArray<byte>(Math.Max(0, (text.Length / 4 * 3) - padding));
            return Base64.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done && written == bytes.Length ? bytes : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private static int WithoutLineEnds(ReadOnlySpan<byte> text, Span<byte> joined)
    {
        var to = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? text : text[..end];
            line.CopyTo(joined[to..]);
            to += line.Length;
            text = text[line.Length..];
            while (!text.IsEmpty && text[0] is (byte)'\r' or (byte)'\n')
            {
                text = text[1..];
            }
        }

        return to;
    }
}
