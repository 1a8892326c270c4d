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
    public static ReadOnlyMemory<byte> Bytes(MimePart part)
    {
        if (part.Content is not { Stream: { } stream } content)
        {
            return default;
        }

        if (content.Encoding == ContentEncoding.Base64 && InMail(stream) is { } encoded && IsCleanBase64(encoded.Span, out var clean))
        {
            return clean;
        }

        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        return decoded.ToArray();
    }

    // The library keeps of each part where it starts and ends in the stream that it was given. The type is written out at
    // the end because null alone would become a part of no bytes.
    private static ReadOnlyMemory<byte>? InMail(Stream stream) => stream switch
    {
        ReadOnlyMemoryStream whole => whole.Bytes,
        BoundStream { BaseStream: ReadOnlyMemoryStream mail } part when part.EndBoundary >= part.StartBoundary && part.EndBoundary <= mail.Length =>
            mail.Bytes[(int)part.StartBoundary..(int)part.EndBoundary],
        _ => default(ReadOnlyMemory<byte>?),
    };

    private static bool IsCleanBase64(ReadOnlySpan<byte> encoded, out ReadOnlyMemory<byte> decoded)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Base64.GetMaxDecodedFromUtf8Length(encoded.Length));
        var isClean = Base64.DecodeFromUtf8(encoded, bytes, out _, out var written) == OperationStatus.Done;
        decoded = bytes.AsMemory(0, written);
        return isClean;
    }
}
