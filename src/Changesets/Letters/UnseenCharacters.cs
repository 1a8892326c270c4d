using System.Globalization;
using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>Characters that show nothing, or change how others are shown. Blanks are not among them.</summary>
public static class UnseenCharacters
{
    /// <summary>Controls, format characters (zero width, bidirectional marks, soft hyphens, tags), private use, line separators, halves of characters, and letters, marks and signs that are drawn as nothing.</summary>
    public static bool Are(Rune rune) => ShowNothing(rune.Value) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Whether text of several lines may hold it: ends of lines, and what chooses between two pictures of one sign.</summary>
    public static bool AreUsual(Rune rune) => rune.Value is '\n' or '\r' or '\t' or 0xfe0e or 0xfe0f;

    /// <summary>
    /// Unicode's default-ignorable code points that are letters, marks or not yet anything by category (joiners, fillers,
    /// variation selectors, tags), and those that have a shape without ink: the blank of Braille, a note without a head.
    /// </summary>
    private static bool ShowNothing(int value) => value is 0x34f or 0x115f or 0x1160 or 0x17b4 or 0x17b5 or (>= 0x180b and <= 0x180f)
        or 0x2065 or 0x2800 or 0x3164 or (>= 0xfe00 and <= 0xfe0f) or 0xffa0 or (>= 0xfff0 and <= 0xfff8) or 0x16fe4 or 0x1d159 or (>= 0xe0000 and <= 0xe0fff);
}
