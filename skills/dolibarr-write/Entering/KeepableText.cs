using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// Text as Dolibarr keeps it, changed here visibly instead of there silently: it takes quotation marks and tags
/// out of names and references, and "../" too.
/// </summary>
internal static class KeepableText
{
    /// <summary>One line: a name, a label. Every white space is a blank; what nobody sees is gone.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(c))
            {
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            }
            else if (!UnseenCharacters.Are(c))
            {
                line.Append(c.Value == '"' ? "'" : c.ToString());
            }
        }
        return WithoutFolders(HtmlTags.Spaced(line.ToString().TrimEnd()));
    }

    /// <summary>The same, cut where the column ends; the cut is seen.</summary>
    public static string Line(string text, int longest)
    {
        var line = Line(text);
        return line.Length <= longest ? line : line[..(longest - 1)].TrimEnd() + "…";
    }

    /// <summary>An invoice number: as one line, never cut.</summary>
    public static string Reference(string number) => Line(number);

    /// <summary>Several lines: a description, a note, an address.</summary>
    public static string Prose(string text) =>
        WithoutFolders(HtmlTags.Spaced(string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(c => c.Value is '\n' or '\t' || !UnseenCharacters.Are(c))))).Trim();

    private static string WithoutFolders(string text) => text.Replace("../", ".. /", StringComparison.Ordinal);
}
