using System.Text;

namespace DolibarrAgent.Review;

/// <summary>
/// Visible text in Markdown. All that does not stand in a sentence of ours is in a code span: there nothing is a link, an
/// image, HTML or emphasis, and no forge makes a mention, a reference or an address that can be clicked of it. Only two
/// characters could end a span or a table's cell, and both are named instead: a fence longer than the data's own would
/// not do, for GitHub's parser (cmark) knows no fence of more than 80.
/// </summary>
internal static class MarkdownText
{
    /// <summary>What has a meaning in our own words too.</summary>
    private const string Special = "\\`*_[]<>&|#@~$";

    private const string Backtick = "⟨U+0060⟩";
    private const string Bar = "⟨U+007C⟩";

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
    public static string Named(string data) => data.Replace("`", Backtick, StringComparison.Ordinal).Replace("|", Bar, StringComparison.Ordinal);

    public static string Escaped(string ours) => string.Concat(ours.Select(c => Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));
}
