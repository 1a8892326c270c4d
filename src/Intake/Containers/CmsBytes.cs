using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace DolibarrAgent.Intake;

/// <summary>The bytes of a signed or sealed message (CMS), which come as they are, in PEM or in base64.</summary>
internal static class CmsBytes
{
    private const int Head = 64;

    private static ReadOnlySpan<byte> Pkcs7 => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07];

    private static ReadOnlySpan<byte> SmimeContent => [0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01];

    /// <summary>Whether a file begins like one.</summary>
    public static bool Begin(ReadOnlySpan<byte> file)
    {
        if (IsBinary(file))
        {
            return true;
        }

        var text = file.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("-----BEGIN PKCS7-----"u8) || text.StartsWith("-----BEGIN PKCS #7 SIGNED DATA-----"u8) || text.StartsWith("-----BEGIN CMS-----"u8))
        {
            return true;
        }

        // A sequence of any length begins so in base64.
        Span<byte> head = stackalloc byte[Head];
        return text.StartsWith("MI"u8)
            && Base64.DecodeFromUtf8(text[..Math.Min(text.Length, Head)], head, out _, out var written, isFinalBlock: false) is OperationStatus.Done or OperationStatus.NeedMoreData
            && IsBinary(head[..written]);
    }

    /// <summary>Its bytes; null where the text around them is broken.</summary>
    public static ReadOnlyMemory<byte>? Of(ReadOnlyMemory<byte> file)
    {
        if (IsBinary(file.Span))
        {
            return file;
        }

        var text = file.Span.TrimStart(" \t\r\n"u8);
        var encoded = PemEncoding.TryFindUtf8(text, out var fields) ? text[fields.Base64Data] : text;
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(encoded.Length)];
        return Base64.DecodeFromUtf8(encoded, bytes, out _, out var written) == OperationStatus.Done ? bytes.AsMemory(0, written) : default(ReadOnlyMemory<byte>?);
    }

    // A sequence whose first member is the type of what it holds.
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes[0] != 0x30)
        {
            return false;
        }

        var type = bytes[Math.Min(bytes.Length, bytes[1] > 0x80 ? 2 + (bytes[1] & 0x0F) : 2)..];
        return type.StartsWith(Pkcs7) || type.StartsWith(SmimeContent);
    }
}
