using System.Globalization;

namespace DolibarrAgent.Review;

/// <summary>What rows say cell by cell, in the words of one language: every face shows the same.</summary>
internal sealed class RowsInWords
{
    private readonly Words words;
    private readonly Headings headings;
    private readonly ReviewRows rows;
    private readonly HashSet<int> computed;

    public RowsInWords(ReviewRows rows, Words words)
    {
        (this.rows, this.words, headings) = (rows, words, words.Headings);
        computed = [.. Enumerable.Range(0, rows.Columns.Length).Where(IsComputed)];
    }

    /// <summary>What the table cannot say cell by cell.</summary>
    public VisibleText Caption()
    {
        var counts = new[] { (headings.CountedBefore, rows.Counts.Before), (headings.CountedAsked, rows.Counts.Asked), (headings.CountedAfter, rows.Counts.After) }
            .Where(count => count.Item2 is not null)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Item2} {count.Item1}"));
        var caption = rows.Name.And(Words.Own($"({string.Join(", ", counts)})."));
        if (Go)
        {
            return caption.And(Words.Own(headings.GoWithIt));
        }
        caption = caption.And(Words.Own(rows.Counts.After is null ? headings.RowsNotReadBack : headings.StoredAsAsked));
        caption = rows.Counts.Before is null ? caption : caption.And(Words.Own(headings.UnchangedElsewhere));
        return computed.Count == 0 ? caption : computed.Order().Aggregate(caption.And(words.Introducing(headings.Computed)), (all, column) => all.And(rows.Columns[column].Name));
    }

    /// <summary>A cell, in its column: nothing where no image has it.</summary>
    public VisibleText Cell(ReviewField? cell, int column) => cell switch
    {
        null => VisibleText.None,
        { After: { } after } when computed.Contains(column) => after,
        { Before: { } goes, Asked: null, After: null } when Go => goes,
        _ => Wanted(cell).And(Held(cell)),
    };

    public static VisibleText Number(int index) => Words.Own((index + 1).ToString(CultureInfo.InvariantCulture));

    private bool Go => rows.Goes && rows.Counts is { Asked: null, After: null };

    private bool IsComputed(int column) =>
        rows.Items.Select(row => row[column]).OfType<ReviewField>().All(cell => cell is { Before: null, Asked: null, After: not null });

    private VisibleText Wanted(ReviewField cell) => (rows.Counts.Before, cell.Before, cell.Asked) switch
    {
        (null, _, null) => VisibleText.None,
        (null, _, { } asked) => asked,
        (_, { } before, { } asked) when before.Equals(asked) => asked,
        (_, { } before, { } asked) => Visible.Word(headings.Was).And(before).And(Visible.Word(headings.Now)).And(asked),
        (_, { } before, null) => Visible.Word(headings.Gone).And(before),
        (_, null, { } asked) => Visible.Word(headings.New).And(asked),
        _ => VisibleText.None,
    };

    private VisibleText Held(ReviewField cell) => (rows.Counts.After, cell.Asked, cell.After) switch
    {
        (null, _, _) => VisibleText.None,
        (_, { } asked, { } after) when asked.Equals(after) => VisibleText.None,
        (_, _, { } after) => Visible.Word(headings.Stored).And(after),
        (_, not null, null) => Visible.Word(headings.NotReadBack),
        _ => VisibleText.None,
    };
}
