using System.Globalization;

namespace DolibarrAgent.Review;

/// <summary>Rows, such as an invoice's lines, as a table whose caption says what the cells cannot.</summary>
internal static class HtmlRows
{
    public static Html Of(ReviewRows rows, string id, HtmlWords words)
    {
        var computed = Enumerable.Range(0, rows.Columns.Length).Where(column => IsComputed(rows, column)).ToHashSet();
        var table = HtmlParts.Table(
            Html.Of("span", Caption(rows, computed, words)).With("id", id),
            [HtmlParts.Column(words.Row), .. rows.Columns],
            rows.Items.Select((row, i) => ((Html)HtmlParts.Number(i + 1), row.Select((cell, column) => Words(cell, rows, (words, computed.Contains(column)))))));
        // Wider than the page it scrolls by itself, and then the keyboard must reach it.
        return Html.Of("div", table).Class("scroll").With("role", "group").With("tabindex", "0").With("aria-labelledby", id);
    }

    private static Html Caption(ReviewRows rows, HashSet<int> computed, HtmlWords words)
    {
        var counts = new[] { (rows.Counts.Before, words.CountBefore), (rows.Counts.Asked, words.CountAsked), (rows.Counts.After, words.CountAfter) }
            .Where(count => count.Item1 is not null)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Item1} {count.Item2}"));
        var caption = new List<Html> { Html.Of("strong", rows.Name), $" ({string.Join(", ", counts)}). " };
        if (Goes(rows))
        {
            caption.Add(words.GoWithIt);
            return Html.All(caption);
        }
        caption.Add(rows.Counts.After is null ? words.RowsNotReadBack : words.StoredAsAsked);
        if (rows.Counts.Before is not null)
        {
            caption.Add($" {words.UnchangedElse}");
        }
        if (computed.Count > 0)
        {
            caption.AddRange([$" {words.Computed} ", HtmlParts.Listed(computed.Order().Select(column => (Html)rows.Columns[column].Name)), "."]);
        }
        return Html.All(caption);
    }

    private static bool Goes(ReviewRows rows) => rows.Goes && rows.Counts is { Asked: null, After: null };

    private static bool IsComputed(ReviewRows rows, int column) =>
        rows.Items.Select(row => row[column]).OfType<ReviewField>().All(cell => cell is { Before: null, Asked: null, After: not null });

    private static Html Words(ReviewField? cell, ReviewRows rows, (HtmlWords Words, bool IsComputed) by) => cell switch
    {
        null => VisibleText.None,
        { After: { } after } when by.IsComputed => after,
        { Before: { } goes, Asked: null, After: null } when Goes(rows) => goes,
        _ => Html.All([Wanted(cell, rows.Counts, by.Words), Held(cell, rows.Counts, by.Words)]),
    };

    private static Html Wanted(ReviewField cell, RowCounts counts, HtmlWords words) => (counts.Before, cell.Before, cell.Asked) switch
    {
        (null, _, null) => VisibleText.None,
        (null, _, { } asked) => asked,
        (_, { } before, { } asked) when before.Equals(asked) => asked,
        (_, { } before, { } asked) => Html.All([Old(words.Was, before), " ", New(words.Now, asked)]),
        (_, { } before, null) => Old(words.Gone, before),
        (_, null, { } asked) => New(words.New, asked),
        _ => VisibleText.None,
    };

    private static Html Old(string word, VisibleText value) => Html.Of("del", Visible.Word(word), " ", value);

    private static Html New(string word, VisibleText value) => Html.Of("ins", Visible.Word(word), " ", value);

    private static Html Held(ReviewField cell, RowCounts counts, HtmlWords words) => (counts.After, cell.Asked, cell.After) switch
    {
        (null, _, _) => VisibleText.None,
        (_, { } asked, { } after) when asked.Equals(after) => VisibleText.None,
        (_, _, { } after) => Html.All([" ", Html.Of("strong", Visible.Word(words.Stored), " ", after)]),
        (_, not null, null) => Html.All([" ", Visible.Word(words.NotReadBack)]),
        _ => VisibleText.None,
    };
}
