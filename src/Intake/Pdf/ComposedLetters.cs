namespace DolibarrAgent.Intake;

/// <summary>
/// The letters of a TrueType font that are composed of others (ISO/IEC 14496-22, 5.3.3): é of e and an accent. The PDF library
/// follows one that is composed of itself until the stack is full, so it is made one without an outline.
/// </summary>
/// <param name="font">All of it.</param>
/// <param name="glyphs">The table of outlines.</param>
/// <param name="places">The table of where each outline is.</param>
/// <param name="isLong">Whether places have four bytes, and not two.</param>
internal sealed class ComposedLetters(Memory<byte> font, Extent glyphs, Extent places, bool isLong)
{
    private const int Most = 65_536;
    private const int Deepest = 16;
    private const int MostParts = 256;
    private const int Outline = 10;

    private const int HasMore = 0x20;

    private const sbyte Unknown = -1;
    private const sbyte Asked = Deepest;

    private readonly sbyte[] depths = new sbyte[CountOf(places, isLong)];

    /// <summary>Letters that are deeper than any real one, or lead back to themselves, lose their outline.</summary>
    public void Tame()
    {
        Array.Fill(depths, Unknown);
        for (var letter = 0; letter < depths.Length; letter++)
        {
            DepthOf(letter);
        }
    }

    private static int CountOf(Extent places, bool isLong) =>
        (int)Math.Clamp((places.Length / (isLong ? sizeof(uint) : sizeof(ushort))) - 1, 0, Most);

    private int DepthOf(int letter)
    {
        if (letter >= depths.Length)
        {
            return 0;
        }
        if (depths[letter] != Unknown)
        {
            return depths[letter];
        }
        var at = PlaceOf(letter);
        if ((short)FontPrograms.Two(font.Span, at) >= 0)
        {
            return depths[letter] = 0;
        }
        depths[letter] = Asked;
        var depth = 1 + DeepestPart(at + Outline);
        if (depth > Deepest)
        {
            font.Span.Slice((int)at, sizeof(ushort)).Clear();
            depth = 0;
        }
        return depths[letter] = (sbyte)depth;
    }

    private int DeepestPart(long at)
    {
        var deepest = 0;
        for (var parts = 0; parts < MostParts; parts++)
        {
            var flags = FontPrograms.Two(font.Span, at);
            deepest = Math.Max(deepest, DepthOf(FontPrograms.Two(font.Span, at + sizeof(ushort))));
            if ((flags & HasMore) == 0)
            {
                return deepest;
            }
            // Where the part is put takes one or two bytes a number, and how it is turned none, one, two or four numbers.
            at += 4 + ((flags & 1) == 0 ? 2 : 4) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }
        return Deepest;
    }

    private long PlaceOf(int letter) => glyphs.Start + (isLong
        ? FontPrograms.Four(font.Span, places.Start + ((long)letter * sizeof(uint)))
        : 2L * FontPrograms.Two(font.Span, places.Start + ((long)letter * sizeof(ushort))));
}
