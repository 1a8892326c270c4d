using System.Globalization;
using System.Text;

namespace DolibarrAgent.AgentHost;

/// <summary>Text from outside as it is printed: what nobody would see, or what a terminal would act on, is written out as <c>\u{202E}</c>.</summary>
internal static class Shown
{
    /// <summary>One line of it.</summary>
    public static string Line(string? text)
    {
        var shown = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            shown.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
                    or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                ? string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}")
                : rune.ToString());
        }
        return shown.ToString();
    }
}
