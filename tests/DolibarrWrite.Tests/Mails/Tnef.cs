namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>A <c>winmail.dat</c> with one file, as Outlook packs it (MS-OXTNEF).</summary>
internal static class Tnef
{
    private const byte OfMessage = 1;
    private const byte OfAttachment = 2;

    public static byte[] With(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(0x223E9F78u);
        writer.Write((ushort)1);
        Attribute(writer, OfMessage, 0x00089006, [0, 0, 1, 0]);
        Attribute(writer, OfMessage, 0x00069007, [0xE4, 4, 0, 0, 0, 0, 0, 0]);
        Attribute(writer, OfMessage, 0x00078008, "IPM.Microsoft Mail.Note\0"u8.ToArray());
        Attribute(writer, OfAttachment, 0x00069002, [1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0]);
        Attribute(writer, OfAttachment, 0x00018010, [.. System.Text.Encoding.ASCII.GetBytes(name), 0]);
        Attribute(writer, OfAttachment, 0x0006800F, content);
        writer.Flush();
        return bytes.ToArray();
    }

    private static void Attribute(BinaryWriter writer, byte level, uint tag, byte[] data)
    {
        writer.Write(level);
        writer.Write(tag);
        writer.Write(data.Length);
        writer.Write(data);
        writer.Write((ushort)data.Sum(b => b));
    }
}
