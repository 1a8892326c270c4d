using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>What becomes of text that is sent: tags, double blanks and some more are gone without a word.</summary>
internal static partial class CleanText
{
    private static readonly string[] Removed =
    [
        "../", @"..\", "&#38", "&#0000038", "&#x26", "&quot", "\"", "&#34", "&#0000034", "&#x22",
        "&#47", "&#0000047", "&#x2F", "&#92", "&#0000092", "&#x5C",
    ];

    private const char Quote = '\uE002';

    private static readonly string[] HtmlFields = ["note", "note_private", "note_public", "desc", "description"];

    /// <summary>Cleans a field by its name.</summary>
    public static string Field(string name, string text) =>
        HtmlFields.Contains(name) ? HtmlText.Clean(text)
        // The recorded server keeps double quotes in a name, and in no other field.
        : name == "name" ? Plain(text.Replace('"', Quote)).Replace(Quote, '"')
        : Plain(text);

    /// <summary>Cleans a value and all that is in it, as the server's object would then hold it.</summary>
    public static JsonNode? Value(string name, JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Value(member.Key, member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Value(name, item))]),
        _ => Field(name, PhpText.Of(value) ?? ""),
    };

    /// <summary>One line of text without HTML (<c>alphanohtml</c>).</summary>
    public static string Plain(string text)
    {
        var clean = PhpText.Trim(text);
        string before;
        do
        {
            before = clean;
            clean = Octal().Replace(NoTags(clean), "/$1");
            clean = Removed.Aggregate(clean, (current, evil) => current.Replace(evil, "", StringComparison.OrdinalIgnoreCase));
        }
        while (clean != before);
        return clean;
    }

    /// <summary>Without tags and double blanks (<c>nohtml</c>). <c>A &lt; B</c> stays, <c>A&lt;B</c> becomes <c>AB</c>.</summary>
    public static string NoTags(string text)
    {
        const string blank = "\uE000";
        const string colon = "\uE001";
        var clean = WebUtility.HtmlDecode(LineBreak().Replace(text, "\n"))
            .Replace("< ", blank, StringComparison.Ordinal)
            .Replace("<:", colon, StringComparison.Ordinal);
        string before;
        do
        {
            before = clean;
            clean = Tag().Replace(clean.Replace("<>", "", StringComparison.Ordinal), "");
        }
        while (clean != before);

        clean = WebUtility.HtmlDecode(OpenTag().Replace(clean, "$1"));
        while (clean.IndexOf("  ", StringComparison.Ordinal) > 0)
        {
            clean = clean.Replace("  ", " ", StringComparison.Ordinal);
        }

        return PhpText.Trim(clean.Replace(blank, "< ", StringComparison.Ordinal).Replace(colon, "<:", StringComparison.Ordinal));
    }

    [GeneratedRegex("<br[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex("<[^<>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("<+([a-z]+)", RegexOptions.IgnoreCase)]
    private static partial Regex OpenTag();

    [GeneratedRegex(@"\\([0-9xu])")]
    private static partial Regex Octal();
}
