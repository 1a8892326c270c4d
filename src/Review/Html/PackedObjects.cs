using System.IO.Compression;

namespace DolibarrAgent.Review;

/// <summary>
/// The streams of a PDF that may hold packed objects (ISO 32000-1, 7.5.7). A reader unpacks what the table of the document
/// names, whether or not the stream says of itself what it is: so one is told by what it cannot do without, the number of
/// its objects and where the first one is.
/// </summary>
internal sealed class PackedObjects(byte[] pdf)
{
    /// <summary>All that is unpacked of one document.</summary>
    private const int UnpackedLimit = 64 * 1024 * 1024;

    /// <summary>All bytes of dictionaries that are read: one can begin in the text of another.</summary>
    private const int ReadLimit = 64 * 1024 * 1024;

    private static readonly string[] OtherWays = ["/DecodeParms", "/DP", "/F", "/FFilter"];

    private int room = UnpackedLimit;

    /// <summary>What each holds, unpacked; null in the place of one that cannot be looked through.</summary>
    public IEnumerable<byte[]?> Unpacked()
    {
        var left = ReadLimit;
        for (var at = Next(0); at >= 0; at = Next(at))
        {
            if (PdfDictionary.At(pdf, at) is { } dictionary)
            {
                left -= dictionary.End - at;
                if (MayHoldObjects(dictionary) && DataOf(dictionary) is { } data && dictionary.Has("/Filter"))
                {
                    yield return IsPlainlyPacked(dictionary) ? Unpack(data) : null;
                }
            }
            else if (pdf.AsSpan(PdfDictionary.Behind(pdf, at)).StartsWith("<<"u8))
            {
                // One that does not end was read to the end of the file.
                left -= pdf.Length - at;
            }
            if (left < 0)
            {
                yield return null;
                yield break;
            }
        }
    }

    /// <summary>Behind the next "obj", which every object begins with.</summary>
    private int Next(int from) => pdf.AsSpan(from).IndexOf("obj"u8) is >= 0 and var at ? from + at + 3 : -1;

    private static bool MayHoldObjects(PdfDictionary dictionary) => dictionary.Has("/ObjStm") || (dictionary.Has("/N") && dictionary.Has("/First"));

    private int? DataOf(PdfDictionary dictionary)
    {
        var at = PdfDictionary.Behind(pdf, dictionary.End);
        if (!pdf.AsSpan(at).StartsWith("stream"u8))
        {
            return null;
        }
        at += "stream"u8.Length;
        while (at < pdf.Length && pdf[at] is (byte)'\r' or (byte)'\n')
        {
            at++;
        }
        return at;
    }

    /// <summary>Whether it is packed in the one way that is unpacked here, and nothing could be meant in another way or be changed by another object.</summary>
    private static bool IsPlainlyPacked(PdfDictionary dictionary)
    {
        var tokens = dictionary.Tokens;
        var filter = tokens.IndexOf("/Filter");
        var behind = tokens.AsSpan()[(filter + 1)..];
        return tokens.LastIndexOf("/Filter") == filter && !OtherWays.Any(dictionary.Has) && (behind is ["/FlateDecode", ..] or ["[", "/FlateDecode", "]", ..]);
    }

    private byte[]? Unpack(int from)
    {
        using var plain = new MemoryStream();
        try
        {
            using var unpacking = new ZLibStream(new MemoryStream(pdf, from, pdf.Length - from), CompressionMode.Decompress);
            var buffer = new byte[81920];
            for (int read; (read = unpacking.Read(buffer)) > 0 && room >= 0; room -= read)
            {
                plain.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return room < 0 ? null : plain.ToArray();
    }
}
