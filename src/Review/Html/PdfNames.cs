using System.Globalization;
using System.Text;

namespace DolibarrAgent.Review;

/// <summary>The names in the bytes of a PDF (ISO 32000-1, 7.3.5), wherever they stand: in objects, or in data that only looks like one.</summary>
internal static class PdfNames
{
    /// <summary>Each name with the place and the length of what stands behind its slash.</summary>
    public static IEnumerable<PdfName> In(byte[] bytes)
    {
        for (var at = Array.IndexOf(bytes, (byte)'/') + 1; at > 0; at = Array.IndexOf(bytes, (byte)'/', at) + 1)
        {
            var length = Length(bytes.AsSpan(at));
            yield return new PdfName(at, length, Decoded(bytes.AsSpan(at, length)));
        }
    }

    /// <summary>Up to the first byte that some reader might not take for a part of a name.</summary>
    public static int Length(ReadOnlySpan<byte> rest)
    {
        var length = 0;
        while (length < rest.Length && rest[length] is > 0x20 and < 0x7f && !"()<>[]{}/%"u8.Contains(rest[length]))
        {
            length++;
        }
        return length;
    }

    /// <summary>With its <c>#4A</c> as what they stand for, up to a null character.</summary>
    public static string Decoded(ReadOnlySpan<byte> name)
    {
        var decoded = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] == '#' && at + 2 < name.Length && byte.TryParse(name.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                decoded.Append((char)code);
                at += 2;
            }
            else
            {
                decoded.Append((char)name[at]);
            }
        }
        return decoded.ToString().Split('\0')[0];
    }
}

/// <summary>A name, with the place and the length of what stands behind its slash.</summary>
internal sealed record PdfName(int At, int Length, string Name);
