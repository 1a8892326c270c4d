using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace DolibarrAgent.Intake.Tests;

/// <summary>A PDF that does something when it is opened, with the action packed in an object stream and a table of references to match.</summary>
internal sealed record ActingPdf(string Action)
{
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    /// <summary>What the object stream says of itself.</summary>
    public string Type { get; init; } = "/Type /ObjStm";

    /// <summary>Whether it is encrypted with the password of nothing, which every reader knows.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>What stands in the catalog besides.</summary>
    public string InCatalog { get; init; } = "";

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        var places = new long[7];
        Write("%PDF-1.7\n");
        Object(1, $"<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R {InCatalog} >>");
        Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        var packed = Encrypted(4, Packed($"5 0 << {Action} >>"));
        Stream(4, $"{Type} /N 1 /First 4 /Filter /FlateDecode", packed);
        places[6] = file.Position;
        Stream(6, $"/Type /XRef /Size 7 /W [1 4 2] /Root 1 0 R /ID [<00> <00>] {(IsEncrypted ? Encryption() : "")}", Table(places));
        Write($"startxref\n{places[6]}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        void Object(int number, string content)
        {
            places[number] = file.Position;
            Write($"{number} 0 obj\n{content}\nendobj\n");
        }

        void Stream(int number, string entries, byte[] content) =>
            Object(number, $"<< {entries} /Length {content.Length} >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream");
    }

    private static byte[] Table(long[] places)
    {
        using var table = new MemoryStream();
        for (var number = 0; number < places.Length; number++)
        {
            var (kind, place) = number switch { 0 => (0, 0L), 5 => (2, 4L), _ => (1, places[number]) };
            table.Write([(byte)kind, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place, 0, 0]);
        }

        return table.ToArray();
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(Encoding.Latin1.GetBytes(text));
        }

        return packed.ToArray();
    }

    // ISO 32000-1, 7.6.3, revision 2: a key of five bytes.
    private static byte[] Key() => Md5([.. Padding, .. Padding, 0xFC, 0xFF, 0xFF, 0xFF, 0])[..5];

    private static string Encryption() =>
        $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{Convert.ToHexString(Padding)}> /U <{Convert.ToHexString(Rc4(Key(), Padding))}> >>";

    private byte[] Encrypted(int number, byte[] content) => IsEncrypted ? Rc4(Md5([.. Key(), (byte)number, 0, 0, 0, 0])[..10], content) : content;

#pragma warning disable CA5351 // The format asks for it.
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    private static byte[] Rc4(byte[] key, byte[] bytes)
    {
        var state = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var (at, other) = (0, 0);
        return [.. bytes.Select(b =>
        {
            at = (at + 1) & 0xFF;
            other = (other + state[at]) & 0xFF;
            (state[at], state[other]) = (state[other], state[at]);
            return (byte)(b ^ state[(state[at] + state[other]) & 0xFF]);
        })];
    }
}
