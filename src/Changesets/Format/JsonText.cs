using System.Globalization;
using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>
/// Strings as this format writes them. Our own, because the file's bytes are its identity: an encoder that changes its
/// mind with a newer platform would make old changesets unreadable. What a reader could not see in an editor (control,
/// bidirectional and zero-width characters) is always escaped.
/// </summary>
internal static class JsonText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                _ when IsHidden(c) => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>Whether this is text at all: no half of a surrogate pair stands alone.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsHidden(char c) => c is < ' ' or (>= '\u007f' and <= '\u009f') or '\u00ad' or '\u061c' or '\u180e'
        or (>= '\u200b' and <= '\u200f') or (>= '\u2028' and <= '\u202e') or (>= '\u2060' and <= '\u206f')
        or '\ufeff' or (>= '\ufff0' and <= '\ufffb')
        // The halves of U+E0000 to U+E0FFF, tags and variation selectors: letters that no font shows.
        or '\udb40';
}
