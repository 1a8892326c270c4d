namespace DolibarrAgent.Review;

/// <summary>Rows, such as an invoice's lines, as a table whose caption says what the cells cannot.</summary>
internal static class HtmlRows
{
    public static Html Of(ReviewRows rows, string id, Words words)
    {
        var said = new RowsInWords(rows, words);
        var table = HtmlParts.Table(
            Html.Of("span", Html.Of("strong", rows.Name), " ", said.Says()).With("id", id),
            [HtmlParts.Column("#"), .. rows.Columns],
            rows.Items.Select((row, i) => new HtmlRow(RowsInWords.Number(i), row.Select((cell, column) => Cell(said.Pieces(cell, column))))));
        // Wider than the page it scrolls by itself, and then the keyboard must reach it.
        return Html.Of("div", table).Class("scroll").With("role", "group").With("tabindex", "0").With("aria-labelledby", id);
    }

    private static Html Cell(IEnumerable<CellPiece> pieces) => Html.All(pieces.SelectMany((piece, i) => i == 0 ? [Shown(piece)] : new Html[] { " ", Shown(piece) }));

    private static Html Shown(CellPiece piece) => piece.Kind switch
    {
        PieceKind.Old => Html.Of("del", piece.Text),
        PieceKind.New => Html.Of("ins", piece.Text),
        PieceKind.Stored => Html.Of("strong", piece.Text),
        _ => piece.Text,
    };
}
