using System.Buffers.Binary;

namespace DolibarrAgent.Intake;

/// <summary>
/// Takes out of TrueType and OpenType fonts (ISO/IEC 14496-22) what brings the PDF library down. What is not such a font stays as it is.
/// </summary>
internal static class FontPrograms
{
    private const int Header = 12;
    private const int Row = 16;

    /// <summary>Without its names, and without letters that are composed of themselves.</summary>
    public static void Tame(Memory<byte> font)
    {
        var bytes = font.Span;
        if (!IsFont(bytes))
        {
            return;
        }
        RemoveNames(bytes);
        if (Table(bytes, "head"u8) is { } head && Table(bytes, "glyf"u8) is { } glyphs && Table(bytes, "loca"u8) is { } places)
        {
            new ComposedLetters(font, glyphs, places, Two(bytes, head.Start + 50) != 0).Tame();
        }
    }

    /// <summary>A number of two bytes; 0 behind the end.</summary>
    public static int Two(ReadOnlySpan<byte> bytes, long at) =>
        at >= 0 && at + sizeof(ushort) <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[(int)at..]) : 0;

    /// <summary>A number of four bytes; 0 behind the end.</summary>
    public static uint Four(ReadOnlySpan<byte> bytes, long at) =>
        at >= 0 && at + sizeof(uint) <= bytes.Length ? BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]) : 0;

    // Its own and its maker's, which nobody reads here: a font may say that it has 65,535 of 64 kB each, and the library holds them all.
    private static void RemoveNames(Span<byte> bytes)
    {
        if (Table(bytes, "name"u8) is { } names && names.Start + 4 <= bytes.Length)
        {
            bytes.Slice((int)names.Start + sizeof(ushort), sizeof(ushort)).Clear();
        }
    }

    private static Extent? Table(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        for (var (table, at) = (Two(bytes, 4), Header); table > 0 && at + Row <= bytes.Length; table--, at += Row)
        {
            if (bytes[at..].StartsWith(name))
            {
                return new(Four(bytes, at + 8), Four(bytes, at + 12));
            }
        }
        return null;
    }

    private static bool IsFont(ReadOnlySpan<byte> bytes) => bytes.Length >= Header
        && (bytes.StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0]) || bytes.StartsWith("true"u8) || bytes.StartsWith("OTTO"u8));
}

/// <summary>Where a table of a font is, as the font says.</summary>
internal readonly record struct Extent(long Start, long Length);
