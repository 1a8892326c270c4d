using System.Buffers.Binary;
using System.Text;

namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>A <c>winmail.dat</c> with one file, as Outlook writes it (MS-OXTNEF).</summary>
internal static class TnefSample
{
    private const int Signature = 0x223E9F78;
    private const byte OfMessage = 1;
    private const byte OfAttachment = 2;

    public static byte[] With(string name, byte[] content) => With(name, content, []);

    /// <summary>The same, with a property of the message that says it has two thousand million values.</summary>
    public static byte[] WithEndlessValues(string name, byte[] content) =>
        With(name, content, [.. Word(1), .. (ReadOnlySpan<byte>)[0x01, 0x10, 0x37, 0x00], .. Word(int.MaxValue)]);

    /// <summary>Only a message, and it ends within the table of its properties.</summary>
    public static byte[] WithCutTable() =>
        With("a", [], [.. Word(1000), .. Enumerable.Repeat<byte>(0x1E, 4000)])[..3000];

    private static byte[] With(string name, byte[] content, byte[] properties)
    {
        using var tnef = new MemoryStream();
        Number(tnef, Signature);
        tnef.Write([1, 0]);
        Attribute(tnef, OfMessage, 0x00089006, [0, 0, 1, 0]);
        Attribute(tnef, OfMessage, 0x00069007, [.. Word(1252), .. Word(0)]);
        Attribute(tnef, OfMessage, 0x00078008, Encoding.ASCII.GetBytes("IPM.Microsoft Mail.Note\0"));
        if (properties.Length > 0)
        {
            Attribute(tnef, OfMessage, 0x00069003, properties);
        }

        Attribute(tnef, OfAttachment, 0x00069002, [1, 0, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0]);
        Attribute(tnef, OfAttachment, 0x00018010, Encoding.Latin1.GetBytes(name + "\0"));
        Attribute(tnef, OfAttachment, 0x0006800F, content);
        return tnef.ToArray();
    }

    private static void Attribute(MemoryStream tnef, byte level, int tag, byte[] data)
    {
        tnef.WriteByte(level);
        Number(tnef, tag);
        Number(tnef, data.Length);
        tnef.Write(data);
        var sum = 0;
        foreach (var b in data)
        {
            sum = (sum + b) & 0xFFFF;
        }

        tnef.Write([(byte)sum, (byte)(sum >> 8)]);
    }

    private static void Number(MemoryStream tnef, int number) => tnef.Write(Word(number));

    private static byte[] Word(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
