using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>Rows, such as an invoice's lines, as a table with a line of words that says what it shows.</summary>
internal static class TerminalRows
{
    /// <summary>With more, columns are too narrow to be read, and in the end too narrow to show anything.</summary>
    private const int MostColumns = 10;

    public static IRenderable Of(ReviewRows rows, Words words)
    {
        var said = new RowsInWords(rows, words);
        return new Stacked(new VisibleCell(said.Caption(), Styles.Quiet), rows.Columns.Length <= MostColumns ? AsTable(rows, said) : AsCards(rows, said));
    }

    private static Table AsTable(ReviewRows rows, RowsInWords said)
    {
        var table = Draw.Columns([
            Draw.Column(Words.Own("#"), Justify.Right),
            .. rows.Columns.Select(column => Draw.Column(column.Name, column.IsNumber ? Justify.Right : Justify.Left))]);
        for (var i = 0; i < rows.Items.Length; i++)
        {
            table.AddRow([new VisibleCell(RowsInWords.Number(i), Styles.Quiet), .. rows.Items[i].Select((cell, column) => new VisibleCell(said.Cell(cell, column)))]);
        }
        return table;
    }

    private static Stacked AsCards(ReviewRows rows, RowsInWords said) => new(rows.Items.SelectMany((row, i) => new IRenderable[]
    {
        new VisibleCell(RowsInWords.Number(i), Styles.Quiet),
        Draw.Indented(Draw.Facts(row.Select((cell, column) => (cell, column)).Where(at => at.cell is not null)
            .Select(at => new ReviewFact(rows.Columns[at.column].Name, said.Cell(at.cell, at.column))))),
    }));
}
