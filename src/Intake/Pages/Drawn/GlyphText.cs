using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>What a letter of a page is written as: ligatures as the letters that they join, and nothing that is not seen.</summary>
internal static class GlyphText
{
    private const char SoftHyphen = '\u00AD';

    private static readonly Dictionary<char, string> Ligatures = new()
    {
        ['\uFB00'] = "ff",
        ['\uFB01'] = "fi",
        ['\uFB02'] = "fl",
        ['\uFB03'] = "ffi",
        ['\uFB04'] = "ffl",
        ['\uFB05'] = "st",
        ['\uFB06'] = "st",
    };

    /// <param name="text">As the font says.</param>
    /// <param name="isLast">Whether a word ends with it: there a soft hyphen is seen.</param>
    public static string Of(string text, bool isLast) => text is [var one] && !IsOdd(one) ? text : string.Concat(text.Select(letter =>
        Ligatures.TryGetValue(letter, out var letters) ? letters
        : letter == SoftHyphen ? isLast ? "-" : ""
        : char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format ? ""
        : letter.ToString()));

    private static bool IsOdd(char letter) => letter is < ' ' or >= '\u007F'
        && (Ligatures.ContainsKey(letter) || char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format);
}
