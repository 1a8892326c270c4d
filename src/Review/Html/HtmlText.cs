using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>A text document line by line, what is invisible in it named; what is not shown is counted and has the hash of all.</summary>
internal static class HtmlText
{
    public static Html Of(string text, Words words)
    {
        var shown = text.Length <= DocumentShelf.TextLimit ? text : text[..DocumentShelf.TextLimit];
        var lines = shown.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(line => Line(line, words.Say.Marks)).ToList();
        if (shown.Length < text.Length)
        {
            lines.Add(Html.Of("div", Visible.Word(words.Say.Marks.Cut(text.Length - shown.Length, text.Length, Digest.Of(Encoding.UTF8.GetBytes(text)).Hex))));
        }
        // The language of a document is not known, and is not that of the page.
        return Html.Of("div", [.. lines]).Class("text").With("lang", "");
    }

    /// <summary>Blanks at its beginning stay blanks: the page keeps them.</summary>
    private static Html Line(string line, MarkWords words)
    {
        var begin = line.Length - line.TrimStart(' ').Length;
        return Html.Of("div", line.Length == begin ? Html.Of("br") : Html.All([line[..begin], Visible.Of(line[begin..], DocumentShelf.TextLimit, words)]));
    }
}
