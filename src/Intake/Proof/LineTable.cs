using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The rows of tables of lines: those under heads that name a description, an amount and one thing more.</summary>
internal static class LineTable
{
    // A value stands so near, in points, to the edge or the middle of its head.
    private const double Slack = 30;
    private const int MostLines = 500;

    /// <summary>The rows with an amount, for each column of amounts; every way to read the tables.</summary>
    public static IEnumerable<ImmutableArray<PageLine>> Of(ImmutableArray<ReadRow> rows)
    {
        var most = rows.Select(Head).OfType<ColumnHeads>().Select(head => head.Amounts.Length).DefaultIfEmpty(0).Max();
        for (var column = 0; column < most; column++)
        {
            yield return Read(rows, column);
        }
    }

    private static ImmutableArray<PageLine> Read(ImmutableArray<ReadRow> rows, int column)
    {
        var lines = new List<Draft>();
        ColumnHeads? head = null;
        var page = 0;
        var above = new List<string>();
        foreach (var row in rows.TakeWhile(_ => lines.Count < MostLines))
        {
            if (row.Row.Page != page)
            {
                (head, page) = (null, row.Row.Page);
                above.Clear();
            }

            if (Head(row) is { } found)
            {
                head = found;
                above.Clear();
            }
            else if (head is not null && column < head.Amounts.Length && !IsSum(row))
            {
                Add(row, head);
            }
        }

        return [.. lines.Select(line => line.Line with { Description = string.Join(' ', line.Texts) })];

        void Add(ReadRow row, ColumnHeads heads)
        {
            var text = heads.TextOf(row);
            if (heads.Value(row, heads.Amounts[column]) is not { } amount)
            {
                // Text alone is the rest of a description: of the line above it, until that line's row is known to lack its own.
                if (text.Length > 0 && !row.Tokens.Any(token => token is PageToken.Number && row.IsCell(token.Start, token.End)))
                {
                    above.Add(text);
                }

                return;
            }

            if (text.Length > 0 && lines.Count > 0)
            {
                lines[^1].Texts.AddRange(above);
                above.Clear();
            }
            else if (text.Length == 0 && lines.Count > 0 && above.Count > 1)
            {
                lines[^1].Texts.AddRange(above.Take(above.Count - 1));
                above.RemoveRange(0, above.Count - 1);
            }

            var texts = new List<string>(above);
            above.Clear();
            if (text.Length > 0)
            {
                texts.Add(text);
            }

            lines.Add(new(heads.LineOf(row, amount), texts));
        }
    }

    // A sum of the lines so far, of a page, or of all.
    private static bool IsSum(ReadRow row) =>
        row.Labels.Any(label => label.Kind is LabelKind.Net or LabelKind.Vat or LabelKind.Gross or LabelKind.Carried
            && row.BeginsCell(label.Start)
            && row.Text[label.End..row.EndOfCell(label.End)].All(c => !char.IsLetter(c)));

    private static ColumnHeads? Head(ReadRow row)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnHead>();
        for (var i = 0; i < row.Words.Length;)
        {
            if (LabelTable.ColumnAt(row.WordsOfCell(i), 0) is not { } phrase)
            {
                i++;
                continue;
            }

            var (start, end) = (row.Words[i].Start, row.Words[i + phrase.Words.Length - 1].End);
            columns.Add(new(phrase.Kind, row.PlaceAt(start, end - start).Box));
            i += phrase.Words.Length;
        }

        var text = columns.FirstOrDefault(column => column.Kind == LabelKind.LineText);
        var amounts = columns.Where(column => column.Kind == LabelKind.LineAmount).Reverse().ToImmutableArray();
        return text is not null && amounts.Length > 0 && columns.Count >= 3
            && !row.Tokens.Any(token => token is PageToken.Number { Decimals: 2 })
            ? new ColumnHeads(columns.ToImmutable(), text, amounts)
            : null;
    }

    private sealed record Draft(PageLine Line, List<string> Texts);

    private sealed record ColumnHead(LabelKind Kind, Box Box);

    private sealed record ColumnHeads(ImmutableArray<ColumnHead> All, ColumnHead Text, ImmutableArray<ColumnHead> Amounts)
    {
        // The text ends where the next head begins.
        private double TextEnd => All.Where(column => column.Box.Left > Text.Box.Right)
            .Select(column => column.Box.Left).DefaultIfEmpty(double.MaxValue).Min();

        private double TextStart => All.Where(column => column.Box.Right < Text.Box.Left)
            .Select(column => column.Box.Right).DefaultIfEmpty(Text.Box.Left - Slack).Max();

        public string TextOf(ReadRow row) => string.Join(' ', row.Row.Words.Where((word, i) =>
            word.Box.Left >= TextStart - 2 && word.Box.Left < TextEnd - 2
            && !row.Tokens.Any(token => token is PageToken.Number or PageToken.Percent && row.IsCell(token.Start, token.End)
                && row.WordAt(token.Start) <= i && i <= row.WordAt(token.End - 1)
                && token.Place.Box.Left >= Text.Box.Right)).Select(word => word.Text));

        public PageToken.Number? Value(ReadRow row, ColumnHead column) =>
            row.Tokens.OfType<PageToken.Number>().LastOrDefault(token => token.Whole > 0
                && ReferenceEquals(Nearest(token.Place.Box), column));

        public PageLine LineOf(ReadRow row, PageToken.Number amount)
        {
            var net = amount.Readings[0];
            var (quantity, price) = (Single(row, LabelKind.LineQuantity), Single(row, LabelKind.LinePrice));

            // What was recognised may be misread: there both count only where they make the amount.
            var isSure = !row.IsRecognised || (quantity is { } many && price is { } each
                && Rounded.Amount(many * each) == net);
            return new("", net, amount.Place)
            {
                Quantity = isSure ? quantity : null,
                UnitPrice = isSure ? price : null,
                Rate = RateOf(row),
            };
        }

        private decimal? Single(ReadRow row, LabelKind kind) =>
            All.FirstOrDefault(column => column.Kind == kind) is { } column && Value(row, column) is { } token
                && token.Whole == 1 ? token.Readings[0] : null;

        private decimal? RateOf(ReadRow row)
        {
            var column = All.FirstOrDefault(column => column.Kind == LabelKind.LineRate);
            return column is null ? null
                : row.Tokens.OfType<PageToken.Percent>().FirstOrDefault(token => ReferenceEquals(Nearest(token.Place.Box), column))?.Value
                ?? (Value(row, column) is { Whole: 1 } number && number.Readings[0] is >= 0 and < 30 ? number.Readings[0] : null);
        }

        private ColumnHead? Nearest(Box box) =>
            All.Where(column => Distance(column.Box, box) < Slack).MinBy(column => Distance(column.Box, box));

        private static double Distance(Box head, Box box) =>
            Math.Min(Math.Min(Math.Abs(head.Right - box.Right), Math.Abs(head.Left - box.Left)),
                Math.Abs(((head.Left + head.Right) / 2) - ((box.Left + box.Right) / 2)));
    }
}
