using System.Buffers;
using System.Text;

namespace DolibarrAgent.Review;

/// <summary>
/// Visible text in Markdown. All that does not stand in a sentence of ours is in a code span: there nothing is a link, an
/// image, HTML or emphasis, and no forge makes a mention, a reference or an address that can be clicked of it. What could
/// end a span or a table's cell, or is taken for a heading's attributes or a template before anybody looks for spans, is
/// named instead: a fence longer than the data's own would not do, for GitHub's parser (cmark) knows none of more than 80.
/// </summary>
internal static class MarkdownText
{
    /// <summary>What has a meaning in our own words too.</summary>
    private const string Special = "\\`*_[]<>&|#@~$";

    private static readonly SearchValues<char> Ending = SearchValues.Create("`|{}");

    public static string Of(VisibleText text)
    {
        var written = new StringBuilder();
        var isInSpan = false;
        foreach (var part in text.Parts)
        {
            var isData = part.By != Voice.Ours;
            if (isData != isInSpan)
            {
                written.Append('`');
                isInSpan = isData;
            }
            written.Append(isData ? Named(part.Text) : Escaped(part.Text));
        }
        return written.Append(isInSpan ? "`" : "").ToString();
    }

    /// <summary>As it stands in a span.</summary>
    public static string Named(string data) => data.AsSpan().ContainsAny(Ending)
        ? string.Concat(data.Select(c => Ending.Contains(c) ? $"{Unseen.Open}{Unseen.CodeOf(new Rune(c))}{Unseen.Close}" : c.ToString()))
        : data;

    public static string Escaped(string ours) => string.Concat(ours.Select(c => Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));
}
