using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>Rows, such as an invoice's lines, as a table with a line of words that says what it shows.</summary>
internal static class TerminalRows
{
    private static readonly VisibleText Was = Visible.Word("was");
    private static readonly VisibleText Now = Visible.Word("now");
    private static readonly VisibleText New = Visible.Word("new");
    private static readonly VisibleText Gone = Visible.Word("gone");
    private static readonly VisibleText Stored = Visible.Word("stored");
    private static readonly VisibleText NotStored = Visible.Word("not read back");

    /// <summary>With more, columns are too narrow to be read, and in the end too narrow to show anything.</summary>
    private const int MostColumns = 10;

    public static IRenderable Of(ReviewRows rows)
    {
        var computed = Enumerable.Range(0, rows.Columns.Length).Where(column => IsComputed(rows, column)).ToHashSet();
        return new Rows(new VisibleCell(Caption(rows, computed), Styles.Quiet), rows.Columns.Length <= MostColumns ? AsTable(rows, computed) : AsCards(rows, computed));
    }

    private static Table AsTable(ReviewRows rows, HashSet<int> computed)
    {
        var table = Draw.Columns([
            Draw.Column(Labels.Own("#"), Justify.Right),
            .. rows.Columns.Select(column => Draw.Column(column.Name, column.IsNumber ? Justify.Right : Justify.Left))]);
        for (var i = 0; i < rows.Items.Length; i++)
        {
            table.AddRow([new VisibleCell(Number(i), Styles.Quiet), .. rows.Items[i].Select((cell, column) => new VisibleCell(Words(cell, rows, computed.Contains(column))))]);
        }
        return table;
    }

    private static Rows AsCards(ReviewRows rows, HashSet<int> computed) => new(rows.Items.SelectMany((row, i) => new IRenderable[]
    {
        new VisibleCell(Number(i), Styles.Quiet),
        Draw.Indented(Draw.Facts(row.Select((cell, column) => (cell, column)).Where(at => at.cell is not null)
            .Select(at => new ReviewFact(rows.Columns[at.column].Name, Words(at.cell, rows, computed.Contains(at.column)))))),
    }));

    private static VisibleText Number(int index) => Labels.Own((index + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>What the table cannot show cell by cell.</summary>
    private static VisibleText Caption(ReviewRows rows, HashSet<int> computed)
    {
        var counts = new[] { ("before", rows.Counts.Before), ("asked", rows.Counts.Asked), ("on the sandbox", rows.Counts.After) }
            .Where(count => count.Item2 is not null)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Item2} {count.Item1}"));
        var caption = rows.Name.And(Labels.Own($"({string.Join(", ", counts)})."));
        if (rows.Goes && rows.Counts is { Asked: null, After: null })
        {
            return caption.And(Labels.Own("They go with it."));
        }
        caption = rows.Counts.After is null ? caption.And(Labels.Own("They were not read back.")) : caption.And(Labels.Own("Stored as asked where nothing else is said."));
        caption = rows.Counts.Before is null ? caption : caption.And(Labels.Own("Unchanged where nothing else is said."));
        return computed.Count == 0 ? caption : computed.Order().Aggregate(caption.And(Labels.Own("Computed by the sandbox:")), (all, column) => all.And(rows.Columns[column].Name));
    }

    private static bool IsComputed(ReviewRows rows, int column) =>
        rows.Items.Select(row => row[column]).OfType<ReviewField>().All(cell => cell is { Before: null, Asked: null, After: not null });

    private static VisibleText Words(ReviewField? cell, ReviewRows rows, bool isComputed) => cell switch
    {
        null => VisibleText.None,
        { After: { } after } when isComputed => after,
        { Before: { } goes, Asked: null, After: null } when rows.Goes && rows.Counts is { Asked: null, After: null } => goes,
        _ => Wanted(cell, rows.Counts).And(Held(cell, rows.Counts)),
    };

    private static VisibleText Wanted(ReviewField cell, RowCounts counts) => (counts.Before, cell.Before, cell.Asked) switch
    {
        (null, _, null) => VisibleText.None,
        (null, _, { } asked) => asked,
        (_, { } before, { } asked) when before.Equals(asked) => asked,
        (_, { } before, { } asked) => Was.And(before).And(Now).And(asked),
        (_, { } before, null) => Gone.And(before),
        (_, null, { } asked) => New.And(asked),
        _ => VisibleText.None,
    };

    private static VisibleText Held(ReviewField cell, RowCounts counts) => (counts.After, cell.Asked, cell.After) switch
    {
        (null, _, _) => VisibleText.None,
        (_, { } asked, { } after) when asked.Equals(after) => VisibleText.None,
        (_, _, { } after) => Stored.And(after),
        (_, not null, null) => NotStored,
        _ => VisibleText.None,
    };
}
