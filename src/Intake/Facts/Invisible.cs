using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>Characters that are not seen, or that change how others are seen.</summary>
internal static class Invisible
{
    /// <summary>Controls, format characters (zero width, bidirectional marks, soft hyphens), private use and line separators.</summary>
    public static bool Is(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;
}
