using System.Buffers.Binary;
using System.Text;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>Font programs, written from their specifications: CFF (Adobe, technical note 5176), TrueType (ISO 14496-22).</summary>
internal static class CraftedFonts
{
    /// <summary>How many letters each has.</summary>
    public const short Glyphs = 40;

    /// <summary>A CFF whose only global routine calls itself, and every letter calls it.</summary>
    public static byte[] WhoseRoutineCallsItself()
    {
        // The number of the first of fewer than 1240 routines is -107; 29 calls it.
        byte[] call = [32, 29];
        byte[] header = [1, 0, 4, 1];
        byte[] names = Index([65]);
        byte[] routines = Index(call);
        byte[] letters = Index([.. Enumerable.Repeat<byte[]>([.. call, 14], Glyphs)]);
        byte[] own = [139, 20];
        var top = Index(Dictionary(0, 0));
        var start = header.Length + names.Length + top.Length + 2 + routines.Length;
        top = Index(Dictionary(start, start + letters.Length));
        return [.. header, .. names, .. top, 0, 0, .. routines, .. letters, .. own];

        byte[] Dictionary(int letters, int ends) => [29, .. Four(letters), 17, 29, .. Four(own.Length), 29, .. Four(ends), 18];
    }

    /// <summary>A TrueType in which each letter is composed of the same letter, twice.</summary>
    public static byte[] WhoseLetterIsComposedOfItself()
    {
        byte[] composed = [.. Two(-1), .. new byte[8], .. Two(0x22), .. Two(1), 0, 0, .. Two(2), .. Two(1), 0, 0];
        return Font(
            new Table("glyf", [.. Enumerable.Repeat(composed, Glyphs).SelectMany(bytes => bytes)]),
            new Table("loca", [.. Enumerable.Range(0, Glyphs + 1).SelectMany(i => Two((short)(i * composed.Length / 2)))]));
    }

    /// <summary>A TrueType whose names are all as long as a name can be.</summary>
    public static byte[] WithManyNames()
    {
        const int Names = 60_000;
        var name = new byte[6 + (Names * 12)];
        BinaryPrimitives.WriteUInt16BigEndian(name.AsSpan(2), Names);
        for (var i = 0; i < Names; i++)
        {
            var row = name.AsSpan(6 + (i * 12));
            BinaryPrimitives.WriteInt16BigEndian(row, 3);
            BinaryPrimitives.WriteInt16BigEndian(row[2..], 1);
            BinaryPrimitives.WriteUInt16BigEndian(row[8..], ushort.MaxValue);
        }
        return Font(new Table("name", name));
    }

    private static byte[] Font(params Table[] tables)
    {
        var all = tables.Concat(Needed().Where(one => tables.All(other => other.Name != one.Name))).OrderBy(table => table.Name,
            StringComparer.Ordinal).ToList();
        var at = 12 + (16 * all.Count);
        var (directory, content) = (new List<byte>([0, 1, 0, 0, .. Two((short)all.Count), .. new byte[6]]), new List<byte>());
        foreach (var (name, bytes) in all)
        {
            directory.AddRange([.. Encoding.ASCII.GetBytes(name), .. new byte[4], .. Four(at + content.Count), .. Four(bytes.Length)]);
            content.AddRange([.. bytes, .. new byte[(4 - (bytes.Length % 4)) % 4]]);
        }
        return [.. directory, .. content];
    }

    private static IEnumerable<Table> Needed()
    {
        yield return new Table("head",
            [0, 1, 0, 0, .. new byte[8], 0x5F, 0x0F, 0x3C, 0xF5, 0, 0, .. Two(1000), .. new byte[32], 0, 0, 0, 0]);
        yield return new Table("hhea", [0, 1, 0, 0, .. Two(900), .. new byte[28], .. Two(1)]);
        yield return new Table("maxp", [0, 1, 0, 0, .. Two(Glyphs), .. new byte[26]]);
        yield return new Table("hmtx", [.. Two(500), .. new byte[2 + (2 * Glyphs)]]);
        yield return new Table("glyf", new byte[4]);
        yield return new Table("loca", new byte[2 * (Glyphs + 1)]);
        yield return new Table("post", [0, 3, 0, 0, .. new byte[28]]);
        yield return new Table("name", [0, 0, 0, 0, 0, 6]);
        yield return new Table("cmap", [0, 0, .. Two(1), .. Two(1), .. Two(0), .. Four(12), .. Two(0), .. Two(262), 0, 0,
            .. Enumerable.Range(0, 256).Select(i => (byte)(i % Glyphs))]);
    }

    private static byte[] Index(params byte[][] items)
    {
        var (offset, offsets) = (1, new List<byte>(Four(1)));
        foreach (var item in items)
        {
            offsets.AddRange(Four(offset += item.Length));
        }
        return [.. Two((short)items.Length), 4, .. offsets, .. items.SelectMany(item => item)];
    }

    private static byte[] Two(short number)
    {
        var bytes = new byte[sizeof(short)];
        BinaryPrimitives.WriteInt16BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Four(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>A table of a font.</summary>
    private sealed record Table(string Name, byte[] Bytes);
}
