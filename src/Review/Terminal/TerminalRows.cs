using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>Rows, such as an invoice's lines, as a table with a line of words that says what it shows.</summary>
internal sealed class TerminalRows(Words words)
{
    private readonly Headings headings = words.Headings;

    /// <summary>With more, columns are too narrow to be read, and in the end too narrow to show anything.</summary>
    private const int MostColumns = 10;

    public IRenderable Of(ReviewRows rows)
    {
        var computed = Enumerable.Range(0, rows.Columns.Length).Where(column => IsComputed(rows, column)).ToHashSet();
        return new Rows(new VisibleCell(Caption(rows, computed), Styles.Quiet), rows.Columns.Length <= MostColumns ? AsTable(rows, computed) : AsCards(rows, computed));
    }

    private Table AsTable(ReviewRows rows, HashSet<int> computed)
    {
        var table = Draw.Columns([
            Draw.Column(Words.Own("#"), Justify.Right),
            .. rows.Columns.Select(column => Draw.Column(column.Name, column.IsNumber ? Justify.Right : Justify.Left))]);
        for (var i = 0; i < rows.Items.Length; i++)
        {
            table.AddRow([new VisibleCell(Number(i), Styles.Quiet), .. rows.Items[i].Select((cell, column) => new VisibleCell(Said(cell, rows, computed.Contains(column))))]);
        }
        return table;
    }

    private Rows AsCards(ReviewRows rows, HashSet<int> computed) => new(rows.Items.SelectMany((row, i) => new IRenderable[]
    {
        new VisibleCell(Number(i), Styles.Quiet),
        Draw.Indented(Draw.Facts(row.Select((cell, column) => (cell, column)).Where(at => at.cell is not null)
            .Select(at => new ReviewFact(rows.Columns[at.column].Name, Said(at.cell, rows, computed.Contains(at.column)))))),
    }));

    private static VisibleText Number(int index) => Words.Own((index + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>What the table cannot show cell by cell.</summary>
    private VisibleText Caption(ReviewRows rows, HashSet<int> computed)
    {
        var counts = new[] { (headings.CountedBefore, rows.Counts.Before), (headings.CountedAsked, rows.Counts.Asked), (headings.CountedAfter, rows.Counts.After) }
            .Where(count => count.Item2 is not null)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Item2} {count.Item1}"));
        var caption = rows.Name.And(Words.Own($"({string.Join(", ", counts)})."));
        if (rows.Goes && rows.Counts is { Asked: null, After: null })
        {
            return caption.And(Words.Own(headings.GoWithIt));
        }
        caption = rows.Counts.After is null ? caption.And(Words.Own(headings.RowsNotReadBack)) : caption.And(Words.Own(headings.StoredAsAsked));
        caption = rows.Counts.Before is null ? caption : caption.And(Words.Own(headings.UnchangedElsewhere));
        return computed.Count == 0 ? caption : computed.Order().Aggregate(caption.And(words.Introducing(headings.Computed)), (all, column) => all.And(rows.Columns[column].Name));
    }

    private static bool IsComputed(ReviewRows rows, int column) =>
        rows.Items.Select(row => row[column]).OfType<ReviewField>().All(cell => cell is { Before: null, Asked: null, After: not null });

    private VisibleText Said(ReviewField? cell, ReviewRows rows, bool isComputed) => cell switch
    {
        null => VisibleText.None,
        { After: { } after } when isComputed => after,
        { Before: { } goes, Asked: null, After: null } when rows.Goes && rows.Counts is { Asked: null, After: null } => goes,
        _ => Wanted(cell, rows.Counts).And(Held(cell, rows.Counts)),
    };

    private VisibleText Wanted(ReviewField cell, RowCounts counts) => (counts.Before, cell.Before, cell.Asked) switch
    {
        (null, _, null) => VisibleText.None,
        (null, _, { } asked) => asked,
        (_, { } before, { } asked) when before.Equals(asked) => asked,
        (_, { } before, { } asked) => Mark(headings.Was).And(before).And(Mark(headings.Now)).And(asked),
        (_, { } before, null) => Mark(headings.Gone).And(before),
        (_, null, { } asked) => Mark(headings.New).And(asked),
        _ => VisibleText.None,
    };

    private VisibleText Held(ReviewField cell, RowCounts counts) => (counts.After, cell.Asked, cell.After) switch
    {
        (null, _, _) => VisibleText.None,
        (_, { } asked, { } after) when asked.Equals(after) => VisibleText.None,
        (_, _, { } after) => Mark(headings.Stored).And(after),
        (_, not null, null) => Mark(headings.NotReadBack),
        _ => VisibleText.None,
    };

    private static VisibleText Mark(string word) => Visible.Word(word);
}
