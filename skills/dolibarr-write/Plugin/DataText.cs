using System.Globalization;
using System.Text;
using DolibarrAgent.Review;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Text from outside as a model gets it: what shows nothing, turns the direction of reading or imitates other letters
/// is named in ⟨ ⟩, which the text itself cannot write. Blanks and line ends stay, for the form of an invoice is in them.
/// </summary>
internal static class DataText
{
    /// <summary>The text, cut at that many characters with how many are missing.</summary>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return Of(text);
        }
        var kept = Before(text, longest);
        return Of(text[..kept]) + Visible.Word(string.Create(CultureInfo.InvariantCulture, $"cut: {text.Length - kept} more characters"));
    }

    /// <summary>The whole text.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = 0;
            while (at + length < text.Length && !IsBlank(text[at + length]))
            {
                length++;
            }
            if (length > 0)
            {
                shown.Append(Visible.Of(text.Substring(at, length), int.MaxValue));
            }
            else
            {
                shown.Append(text[at]);
            }
            at += Math.Max(length, 1);
        }
        return shown.ToString();
    }

    /// <summary>The last place up to <paramref name="end"/> where a text can be cut without halving a character.</summary>
    public static int Before(string text, int end) => end > 0 && end < text.Length && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;

    // Of the blanks only those that are plainly blanks; the others are escaped by the writer, and seen so.
    private static bool IsBlank(char c) => c is ' ' or '\n' or '\r' or '\t' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;
}
