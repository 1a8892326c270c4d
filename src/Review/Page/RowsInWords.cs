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

    /// <summary>The name of the rows, and what the table cannot say cell by cell.</summary>
    public VisibleText Caption() => rows.Name.And(Says());

    /// <summary>What the table cannot say cell by cell.</summary>
    public VisibleText Says()
    {
        var counts = new[] { (headings.CountedBefore, rows.Counts.Before), (headings.CountedAsked, rows.Counts.Asked), (headings.CountedAfter, rows.Counts.After) }
            .Where(count => count.Item2 is not null)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Item2} {count.Item1}"));
        var said = Words.Own($"({string.Join(", ", counts)}).");
        if (Go)
        {
            return said.And(Words.Own(headings.GoWithIt));
        }
        said = said.And(Words.Own(rows.Counts.After is null ? headings.RowsNotReadBack : headings.StoredAsAsked));
        said = rows.Counts.Before is null ? said : said.And(Words.Own(headings.UnchangedElsewhere));
        return computed.Count == 0 ? said : computed.Order().Aggregate(said.And(words.Introducing(headings.Computed)), (all, column) => all.And(rows.Columns[column].Name));
    }

    /// <summary>A cell, in its column: nothing where no image has it.</summary>
    public VisibleText Cell(ReviewField? cell, int column) => Pieces(cell, column).Aggregate(VisibleText.None, (all, piece) => all.And(piece.Text));

    /// <summary>The same piece by piece, for a face that tells them apart by more than words.</summary>
    public IEnumerable<CellPiece> Pieces(ReviewField? cell, int column) => cell switch
    {
        null => [],
        { After: { } after } when computed.Contains(column) => [new(PieceKind.Same, after)],
        { Before: { } goes, Asked: null, After: null } when Go => [new(PieceKind.Same, goes)],
        _ => Wanted(cell).Concat(Held(cell)),
    };

    public static VisibleText Number(int index) => Words.Own((index + 1).ToString(CultureInfo.InvariantCulture));

    private bool Go => rows.Goes && rows.Counts is { Asked: null, After: null };

    private bool IsComputed(int column) =>
        rows.Items.Select(row => row[column]).OfType<ReviewField>().All(cell => cell is { Before: null, Asked: null, After: not null });

    private IEnumerable<CellPiece> Wanted(ReviewField cell) => (rows.Counts.Before, cell.Before, cell.Asked) switch
    {
        (null, _, null) => [],
        (null, _, { } asked) => [new(PieceKind.Same, asked)],
        (_, { } before, { } asked) when before.Equals(asked) => [new(PieceKind.Same, asked)],
        (_, { } before, { } asked) => [Said(PieceKind.Old, headings.Was, before), Said(PieceKind.New, headings.Now, asked)],
        (_, { } before, null) => [Said(PieceKind.Old, headings.Gone, before)],
        (_, null, { } asked) => [Said(PieceKind.New, headings.New, asked)],
        _ => [],
    };

    private IEnumerable<CellPiece> Held(ReviewField cell) => (rows.Counts.After, cell.Asked, cell.After) switch
    {
        (null, _, _) => [],
        (_, { } asked, { } after) when asked.Equals(after) => [],
        (_, _, { } after) => [Said(PieceKind.Stored, headings.Stored, after)],
        (_, not null, null) => [new(PieceKind.Same, Visible.Word(headings.NotReadBack))],
        _ => [],
    };

    private static CellPiece Said(PieceKind kind, string word, VisibleText value) => new(kind, Visible.Word(word).And(value));
}

/// <summary>A part of what a cell says.</summary>
internal sealed record CellPiece(PieceKind Kind, VisibleText Text);

/// <summary>What a part of a cell tells.</summary>
internal enum PieceKind
{
    /// <summary>A value that nothing is said against.</summary>
    Same,

    /// <summary>What was there.</summary>
    Old,

    /// <summary>What is asked for in its place.</summary>
    New,

    /// <summary>What the sandbox made of it.</summary>
    Stored,
}
