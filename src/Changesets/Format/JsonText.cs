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
    /// <summary>The first half of U+E0000 to U+E03FF, tags and variation selectors: letters that no font shows.</summary>
    private const char HiddenPlane = '\udb40';

    public static string Quote(string text)
    {
        if (!IsWellFormed(text))
        {
            throw new ArgumentException("Half of a surrogate pair is not text and cannot be written.", nameof(text));
        }
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                HiddenPlane => Escape(Escape(quoted, c), text[++i]),
                _ when IsHidden(c) => Escape(quoted, c),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>
    /// The names in the first format, which were left to the encoder that the platform had then: ASCII alone, and of that
    /// nothing that means something in HTML.
    /// </summary>
    public static string QuoteAsAscii(string text)
    {
        if (!IsWellFormed(text))
        {
            throw new ArgumentException("Half of a surrogate pair is not text and cannot be written.", nameof(text));
        }
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\t' => quoted.Append("\\t"),
                '\n' => quoted.Append("\\n"),
                '\f' => quoted.Append("\\f"),
                '\r' => quoted.Append("\\r"),
                < ' ' or > '~' or '"' or '&' or '\'' or '+' or '<' or '>' or '`' => quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>Whether this is text at all: no half of a surrogate pair stands alone.</summary>
    private static bool IsWellFormed(string text)
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

    private static StringBuilder Escape(StringBuilder quoted, char c) =>
        quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));

    private static bool IsHidden(char c) => c is < ' ' or (>= '\u007f' and <= '\u009f') or '\u00ad' or '\u061c' or '\u180e'
        or (>= '\u200b' and <= '\u200f') or (>= '\u2028' and <= '\u202e') or (>= '\u2060' and <= '\u206f')
        or '\ufeff' or (>= '\ufff0' and <= '\ufffb');
}
