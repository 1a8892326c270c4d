using System.Collections.Immutable;
using System.Globalization;

namespace DolibarrAgent.Review;

/// <summary>What several parts of the page are made of.</summary>
internal static class HtmlParts
{
    public static string Counted(string words, int count) => string.Create(CultureInfo.InvariantCulture, $"{words} ({count})");

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Names and values.</summary>
    public static Html Facts(IEnumerable<(Html Name, Html Value)> facts) =>
        Html.Of("dl", [.. facts.Select(fact => (Html)Html.Of("div", Html.Of("dt", fact.Name), Html.Of("dd", fact.Value)))]);

    public static (Html Name, Html Value) Fact(ReviewFact fact) => (fact.Name, fact.Value);

    /// <summary>A table with a head for each column and each row.</summary>
    public static Html.Element Table(Html caption, IEnumerable<Html.Element> heads, IEnumerable<Html> rows) => Html.Of(
        "table",
        Html.Of("caption", caption),
        Html.Of("thead", Html.Of("tr", [.. heads.Select(head => (Html)head.With("scope", "col"))])),
        Html.Of("tbody", [.. rows]));

    public static Html.Element Head(Html words) => Html.Of("th", words);

    public static Html Row(Html name, IEnumerable<Html> cells) => Html.Of("tr", [Html.Of("th", name).With("scope", "row"), .. cells]);

    /// <summary>With a comma between them.</summary>
    public static Html Listed(IEnumerable<Html> parts) => Html.All(parts.SelectMany((part, i) => i == 0 ? ImmutableArray.Create(part) : [", ", part]));
}
