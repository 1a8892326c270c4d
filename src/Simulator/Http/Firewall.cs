using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>
/// Dolibarr looks at the query before anything else and refuses in plain text what resembles an injection. It looks at
/// the whole decoded query as one text, so words of two parameters can add up.
/// </summary>
internal static partial class Firewall
{
    private static readonly Regex[] Suspicious =
    [
        SqlWords(), Markup(), Events(), Scripts(),
    ];

    /// <summary>What stands in every text that decoding changes: in most there is none of it.</summary>
    private static readonly SearchValues<char> Encoded = SearchValues.Create("&<\r\n\t");

    public static Reply.Text? Refuses(string pathAndQuery)
    {
        var at = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        if (at < 0 || at == pathAndQuery.Length - 1)
        {
            return null;
        }

        var query = WebUtility.UrlDecode(pathAndQuery[(at + 1)..]);
        return Allows(query) ? null : new Reply.Text(StatusCodes.Status403Forbidden, Message(pathAndQuery, query));
    }

    private static bool Allows(string query)
    {
        var text = Decoded(query);
        return !text.Contains('"', StringComparison.Ordinal)
            && !text.AsSpan().ContainsAnyInRange('\0', '\x1f')
            && !text.Contains('\x7f', StringComparison.Ordinal)
            && !Suspicious.Any(pattern => pattern.IsMatch(text));
    }

    private static string Decoded(string query)
    {
        if (!query.AsSpan().ContainsAny(Encoded))
        {
            return query;
        }

        var text = query;
        string before;
        do
        {
            before = text;
            text = LineEnds().Replace(Comments().Replace(WebUtility.HtmlDecode(text), ""), "");
        }
        while (text != before);
        return text;
    }

    private static string Message(string page, string query) =>
        "Access refused to 127.0.0.1 by SQL or Script injection protection in main.inc.php:analyseVarsForSqlAndScriptsInjection type=1<br>\n"
        + "Try to go back, fix data of your form and resubmit it. You can contact also your technical support.\n"
        + $"<!--\npage={Entities.Encode(page)} paramtype=1 paramkey=0 paramvalue={Entities.Encode(query)}\n-->";

    [GeneratedRegex("<!--[^>]*-->")]
    private static partial Regex Comments();

    [GeneratedRegex(@"[\r\n\t]")]
    private static partial Regex LineEnds();

    [GeneratedRegex(
        @"delete[/*\s]*from|create[/*\s]*table|insert[/*\s]*into|select[/*\s]*from|from[/*\s]*dual|into[/*\s]*(outfile|dumpfile)|user[/*\s]*\(|information_schema|update[^&=\w].*set.+=|union.+select|updatexml\(|(\.\.%2f)+|\s@@",
        RegexOptions.IgnoreCase)]
    private static partial Regex SqlWords();

    [GeneratedRegex(
        @"<svg|</textarea|<embed|<audio|<iframe|<object|<script|<style|base\s+href|=data:|Set\.constructor",
        RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(
        @"on(abort|after|animation|auxclick|before|begin|blur|bounce|cancel|canplay|change|click|close|content|contextmenu|copy|cuechange|cut|dblclick|drag|drop|durationchange|emptied|end|error|finish|focus|formdata|gotpointercapture|hashchange|input|invalid|key|load|lostpointercapture|mouse|offline|online|page|paste|pause|play|pointer|progress|ratechange|repeat|reset|resize|scroll|search|seek|select|show|stalled|start|submit|suspend|timeupdate|toggle|touch|transition|unload|volumechange|waiting|wheel)[a-z]*\s*=",
        RegexOptions.IgnoreCase)]
    private static partial Regex Events();

    [GeneratedRegex(
        @"&#58;|&#0000058|&#x3A|j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:|vbscript\s*:",
        RegexOptions.IgnoreCase)]
    private static partial Regex Scripts();
}
