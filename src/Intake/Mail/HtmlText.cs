using System.Text;
using MimeKit.Text;

namespace DolibarrAgent.Intake;

/// <summary>The text of an HTML body. What a browser would hide is kept: who reads this must see all that a model would.</summary>
internal static class HtmlText
{
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length / 2);
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlScriptDataToken:
                    break;
                case HtmlDataToken data:
                    text.Append(data.Data);
                    break;
                case HtmlTagToken { Id: HtmlTagId.P or HtmlTagId.Br or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI } when text.Length > 0 && text[^1] != '\n':
                    text.Append('\n');
                    break;
                case HtmlTagToken { Id: HtmlTagId.TD or HtmlTagId.TH }:
                    text.Append(' ');
                    break;
                default:
                    break;
            }
        }

        return text.ToString().Trim();
    }
}
