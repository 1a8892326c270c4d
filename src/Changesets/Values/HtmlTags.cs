using System.Text;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Changesets;

/// <summary>
/// HTML tags in texts. Dolibarr takes them out of what it stores without a word, and takes for one whatever begins like one:
/// <c>&lt;</c> before a letter, <c>/</c>, <c>!</c> or <c>?</c>. No text is read as HTML here: what is left is plain text.
/// </summary>
public static partial class HtmlTags
{
    /// <summary>Whether Dolibarr would take something in it for a tag: such a text is refused where a field is checked.</summary>
    public static bool AreIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Enumerable.Range(0, text.Length).Any(at => BeginsAt(text, at));
    }

    /// <summary>
    /// The text with a blank behind each &lt; that would begin one, so that it is kept and still reads as it was written. For
    /// what is asked for, which is compared with what is stored.
    /// </summary>
    public static string Spaced(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            kept.Append(text[at]).Append(BeginsAt(text, at) ? " " : "");
        }
        return kept.ToString();
    }

    /// <summary>
    /// The character, or for a bracket of a tag one that looks like it. For lines that are made of a document's text, which
    /// nobody wrote for Dolibarr: not even <c>A &lt; B</c> can begin one then.
    /// </summary>
    public static string LookAlike(Rune c) => c.Value switch { '<' => "‹", '>' => "›", _ => c.ToString() };

    /// <summary>The text with a blank for each whole tag. For a server's page of an error, of which a person reads the words.</summary>
    public static string Removed(string text) => Whole().Replace(text, " ");

    private static bool BeginsAt(string text, int at) =>
        text[at] == '<' && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?');

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
