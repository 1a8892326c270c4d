using System.Buffers;
using System.Buffers.Text;

namespace DolibarrAgent.Changesets;

/// <summary>How a signed or sealed message (CMS) begins, which comes as it is, in PEM or in base64.</summary>
public static class CmsHead
{
    private const int Head = 64;

    private static ReadOnlySpan<byte> Pkcs7 => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07];

    private static ReadOnlySpan<byte> SmimeContent => [0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01];

    /// <summary>Whether a file begins like one.</summary>
    public static bool Begins(ReadOnlySpan<byte> file)
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

    /// <summary>Whether the bytes are one as it is: a sequence whose first member is the type of what it holds.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes[0] != 0x30)
        {
            return false;
        }

        var type = bytes[Math.Min(bytes.Length, bytes[1] > 0x80 ? 2 + (bytes[1] & 0x0F) : 2)..];
        return type.StartsWith(Pkcs7) || type.StartsWith(SmimeContent);
    }
}
