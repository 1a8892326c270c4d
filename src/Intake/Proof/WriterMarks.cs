using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// What the writer of a paper prints of itself and not of whom it writes to: the register, the capital, the bank, at the foot
/// of the page; a phone or a site in the letterhead. Where the buyer has a heading, a block of an address beside it is the writer's too.
/// </summary>
internal sealed class WriterMarks(ImmutableArray<ReadRow> rows)
{
    // The lowest part of a page is its foot, and its highest the letterhead.
    private const double Foot = 0.88;
    private const double Head = 0.33;
    private const int MostLines = 8;

    private readonly ImmutableHashSet<int> pagesWithBuyer =
        [.. rows.Where(row => row.Labels.Any(label => label.Kind == LabelKind.Buyer
            && row.BeginsCell(label.Start))).Select(row => row.Row.Page)];

    /// <summary>Whether such marks stand in the block of an id.</summary>
    public bool AreAt(ReadRow row, PageToken.LegalId id)
    {
        var block = Block(row, id);
        if (block.Any(cell => cell.Labels.Any(label => label.Kind == LabelKind.BuyerId)))
        {
            return false;
        }

        return id.Place.Box.Middle > Foot * row.PageHeight
            || block.Any(cell => cell.Labels.Any(label => label.Kind == LabelKind.Register))
            || (id.Place.Box.Middle < Head * row.PageHeight && block.Any(cell => IsContact(cell)))
            || (pagesWithBuyer.Contains(row.Row.Page) && block.Count > 1
                && !block.Where(cell => Math.Abs(cell.Box.Middle - id.Place.Box.Middle) < 3 * id.Place.Box.Height).Any(cell => cell.Labels
                    .Any(label => label.Kind is LabelKind.OtherNumber or LabelKind.Number or LabelKind.Date or LabelKind.PlainDate)));
    }

    private static bool IsContact(Cell cell) =>
        cell.Labels.Any(label => label.Kind == LabelKind.Contact) || cell.Text.Contains('@', StringComparison.Ordinal)
        || cell.Text.Contains("www.", StringComparison.OrdinalIgnoreCase) || cell.Text.Contains("http", StringComparison.OrdinalIgnoreCase);

    // The lines above and below that follow each other without a gap, in the column of the id.
    private List<Cell> Block(ReadRow row, PageToken.LegalId id)
    {
        var own = Cell.Of(row, id.Start);
        var block = new List<Cell> { own };
        Go(-1);
        Go(1);
        return block;

        void Go(int step)
        {
            var last = own;
            for (int at = row.Index + step, count = 0; at >= 0 && at < rows.Length && count < MostLines
                && rows[at].Row.Page == row.Row.Page; at += step)
            {
                var next = rows[at].CellStarts
                    .Select(start => Cell.Of(rows[at], start)).FirstOrDefault(cell => IsInColumn(last.Box, cell.Box));
                if (next is null || Math.Max(next.Box.Top - last.Box.Bottom,
                    last.Box.Top - next.Box.Bottom) > 1.8 * Math.Max(last.Box.Height, next.Box.Height))
                {
                    if (next is not null || Math.Abs(rows[at].Row.Box.Middle - last.Box.Middle) > 3 * last.Box.Height)
                    {
                        return;
                    }

                    continue;
                }

                if (next.Labels.Any(label => label.Kind is LabelKind.Buyer or LabelKind.Seller or LabelKind.OtherParty))
                {
                    return;
                }

                block.Add(next);
                last = next;
                count++;
            }
        }
    }

    private static bool IsInColumn(Box a, Box b) => Math.Abs(a.Left - b.Left) < 20 || Math.Abs(a.Right - b.Right) < 12
        || Math.Abs(((a.Left + a.Right) / 2) - ((b.Left + b.Right) / 2)) < 12;

    private sealed record Cell(string Text, Box Box, ImmutableArray<PageLabel> Labels)
    {
        public static Cell Of(ReadRow row, int at)
        {
            var (start, end) = (row.StartOfCell(at), row.EndOfCell(at));
            return new(row.Text[start..end], row.PlaceAt(start, end - start).Box, [.. row.Labels.Where(label => label.Start >= start
                && label.End <= end)]);
        }
    }
}
