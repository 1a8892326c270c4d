using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>
/// Descriptions and notes are HTML on the server: <c>R&amp;D</c> comes back as <c>R&amp;amp;D</c>, <c>x &lt; y</c> as
/// <c>x &amp;lt; y</c>, harmless tags stay, an open one is closed. Attributes and nesting are not looked at.
/// </summary>
internal static partial class HtmlText
{
    private static readonly string[] Allowed =
    [
        "html", "head", "meta", "body", "article", "a", "abbr", "b", "blockquote", "br", "cite", "div", "dl", "dd", "dt",
        "em", "font", "img", "ins", "hr", "i", "li", "ol", "p", "q", "s", "span", "strike", "strong", "title", "table", "tr",
        "th", "td", "u", "ul", "sup", "sub", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "nav", "section",
        "menu", "menuitem",
    ];

    private static readonly string[] Empty = ["br", "hr", "img", "meta"];

    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        var open = new Stack<string>();
        var at = 0;
        foreach (Match tag in Tag().Matches(text))
        {
            clean.Append(Encoded(text[at..tag.Index]));
            at = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            if (!Allowed.Contains(name))
            {
                continue;
            }

            if (tag.Groups["close"].Length == 0)
            {
                clean.Append(tag.Value.EndsWith('>') ? tag.Value : $"<{name}>");
                if (!Empty.Contains(name))
                {
                    open.Push(name);
                }
            }
            else if (open.TryPeek(out var last) && last == name)
            {
                clean.Append($"</{open.Pop()}>");
            }
        }

        clean.Append(Encoded(text[at..]));
        while (open.TryPop(out var name))
        {
            clean.Append($"</{name}>");
        }

        return EventHandler().Replace(clean.ToString(), "").TrimStart(PhpText.Blanks);
    }

    private static string Encoded(string text) =>
        WebUtility.HtmlDecode(text)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"<(?<close>/?)(?<name>[a-z][a-z0-9]*)[^<>]*(>|(?=<)|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\bon[a-z]+\s*=|j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex EventHandler();
}
