using System.Buffers.Binary;

namespace DolibarrAgent.Intake;

/// <summary>
/// Takes the names out of a TrueType or OpenType font (ISO/IEC 14496-22, 5.2.6): its own and its maker's, which nobody reads here.
/// A font may say that it has 65,535 of 64 kB each, and the PDF library would hold them all.
/// </summary>
internal static class FontNames
{
    private const int Header = 12;
    private const int Row = 16;
    private const int CountInNames = 2;

    /// <summary>The table then says that there are none. What is not such a font stays as it is.</summary>
    public static void Remove(Memory<byte> font)
    {
        var bytes = font.Span;
        if (bytes.Length < Header || !IsFont(bytes))
        {
            return;
        }
        var tables = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        for (var (table, at) = (0, Header); table < tables && at + Row <= bytes.Length; table++, at += Row)
        {
            var where = BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8)..]) + (long)CountInNames;
            if (bytes[at..].StartsWith("name"u8) && where + sizeof(ushort) <= bytes.Length)
            {
                bytes.Slice((int)where, sizeof(ushort)).Clear();
            }
        }
    }

    private static bool IsFont(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0]) || bytes.StartsWith("true"u8) || bytes.StartsWith("OTTO"u8);
}
