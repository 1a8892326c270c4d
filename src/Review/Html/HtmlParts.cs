using System.Collections.Immutable;
using System.Globalization;

namespace DolibarrAgent.Review;

/// <summary>What several parts of the page are made of.</summary>
public static class HtmlParts
{
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Names and values.</summary>
    public static Html Facts(IEnumerable<HtmlFact> facts) =>
        Html.Of("dl", [.. facts.Select(fact => (Html)Html.Of("div", Html.Of("dt", fact.Name), Html.Of("dd", fact.Value)))]);

    internal static HtmlFact Fact(ReviewFact fact) => new(fact.Name, fact.Value);

    /// <summary>
    /// A table with a head for each column and each row. On a narrow screen each row is a card whose values carry their
    /// column's name; the roles are said because a browser forgets them when a table is laid out otherwise.
    /// </summary>
    public static Html.Element Table(Html caption, ImmutableArray<ReviewColumn> columns, IEnumerable<HtmlRow> rows) => Html.Of(
        "table",
        Html.Of("caption", caption),
        Html.Of("thead", Html.Of("tr", [.. columns.Select(column => (Html)Aligned(Html.Of("th", column.Name).With("scope", "col").With("role", "columnheader"), column))]).With("role", "row")).With("role", "rowgroup"),
        Html.Of("tbody", [.. rows.Select(row => (Html)Html.Of("tr", [
            Html.Of("th", row.Name).With("scope", "row").With("role", "rowheader"),
            .. row.Values.Select((value, i) => (Html)Aligned(Html.Of("td", Whole(value)).With("role", "cell").With("data-column", columns[i + 1].Name), columns[i + 1])),
        ]).With("role", "row"))]).With("role", "rowgroup")).With("role", "table");

    public static ReviewColumn Column(string words) => new(Words.Own(words), IsNumber: false);

    /// <summary>A value of several voices stays together when its cell is laid out as a card's line.</summary>
    private static Html Whole(Html value) => value.ToString().Length == 0 ? value : Html.Of("span", value);

    private static Html.Element Aligned(Html.Element cell, ReviewColumn column) => column.IsNumber ? cell.Class("number") : cell;

    /// <summary>With a comma between them.</summary>
    public static Html Listed(IEnumerable<Html> parts) => Html.All(parts.SelectMany((part, i) => i == 0 ? ImmutableArray.Create(part) : [", ", part]));
}

/// <summary>A name and its value.</summary>
public sealed record HtmlFact(Html Name, Html Value);

/// <summary>A row of a table: its head, and its other cells.</summary>
public sealed record HtmlRow(Html Name, IEnumerable<Html> Values);
