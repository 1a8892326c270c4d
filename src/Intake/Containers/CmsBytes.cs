using System.Buffers.Text;
using System.Buffers;
using System.Security.Cryptography;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The bytes of a signed or sealed message (CMS), which come as they are, in PEM or in base64.</summary>
internal static class CmsBytes
{
    /// <summary>Its bytes; null where the text around them is broken.</summary>
    public static ReadOnlyMemory<byte>? Of(ReadOnlyMemory<byte> file)
    {
        if (CmsHead.IsBinary(file.Span))
        {
            return file;
        }

        var text = file.Span.TrimStart(" \t\r\n"u8);
        var encoded = PemEncoding.TryFindUtf8(text, out var fields) ? text[fields.Base64Data] : text;
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(encoded.Length)];
        return Base64.DecodeFromUtf8(encoded, bytes, out _, out var written) == OperationStatus.Done ? bytes.AsMemory(0, written) : default(ReadOnlyMemory<byte>?);
    }
}
