using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The characters that are not shown as themselves, and their names. By Unicode's general categories, and its list of those that show nothing.</summary>
internal static class Unseen
{
    public const char Open = '\u27e8';
    public const char Close = '\u27e9';

    /// <summary>Ends a line that is broken within a word.</summary>
    public const char Broken = '\u21a9';

    private const int FirstTag = 0xe0020;
    private const int LastTag = 0xe007e;

    /// <summary>What a rune is called where it cannot stand for itself; null where it can.</summary>
    public static string? NameOf(Rune rune, MarkWords words) => rune.Value switch
    {
        ' ' => null,
        '\n' => words.Newline,
        '\t' => words.Tab,
        0xa0 => words.NoBreakSpace,
        0x202f => words.NarrowNoBreakSpace,
        Open or Close or Broken => CodeOf(rune),
        _ => IsUnseen(rune) ? CodeOf(rune) : null,
    };

    public static string CodeOf(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");

    /// <summary>Blanks of every kind, line ends and hyphenation marks are in honest documents; the others are there to be overlooked.</summary>
    public static Suspicion SuspicionOf(Rune rune) => rune.Value is '\n' or '\r' or '\t' or 0xad or 0xfe0e or 0xfe0f or Open or Close or Broken
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator
        ? Suspicion.None
        : Suspicion.Hidden;

    /// <summary>The letters that a run of tag characters spells: plain text that no font shows, and a model reads.</summary>
    public static string TagText(ReadOnlySpan<char> text)
    {
        var spelled = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is < FirstTag or > LastTag)
            {
                break;
            }
            spelled.Append((char)(rune.Value - FirstTag + ' '));
        }
        return spelled.ToString();
    }

    /// <summary>Whether it shows nothing, or does something: every blank but the space, every control and format character.</summary>
    public static bool IsUnseen(Rune rune) => rune.Value != ' ' && (UnseenCharacters.Are(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.EnclosingMark);
}
