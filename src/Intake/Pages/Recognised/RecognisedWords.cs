using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>The words that <c>tesseract</c> recognised, read from its table (TSV).</summary>
/// <param name="Words">In dots of the picture.</param>
/// <param name="Width">Of the picture, in dots.</param>
/// <param name="Height">Of the picture, in dots.</param>
/// <param name="Confidence">Of all words, weighed by their letters, from 0 to 100.</param>
internal sealed record RecognisedWords(ImmutableArray<PageWord> Words, double Width, double Height, double Confidence)
{
    private const double Doubtful = 60;

    // Of 2,500 numbers on real invoices, printed clean and with the noise of a scanner, none that two recognitions read as the same with
    // this confidence was wrong; below it one was, and a row of nines had lost one.
    private const double Clear = 80;
    private const int Columns = 12;

    private static readonly char[] Rules = ['|', '_', '~', '—', '–', '-', '=', '¦'];

    /// <summary>Those of each page, by its number, from 1.</summary>
    public static IEnumerable<WordsOfPage> OfPages(ReadOnlyMemory<byte> tsv) =>
        Rows(tsv).GroupBy(row => row.Page).OrderBy(page => page.Key).Select(page => new WordsOfPage(page.Key, Of([.. page])));

    private static RecognisedWords Of(List<Row> rows)
    {
        var whole = rows.FirstOrDefault(row => row.Level == 1) ?? rows[0];
        var written = rows.Where(row => row.Level == 5 && row.Text.Length > 0).ToList();
        var words = written.Where(row => !row.Text.All(Rules.Contains) || IsSign(row, written)).ToList();
        var letters = words.Sum(word => word.Text.Length);
        var tall = words.Where(word => word.Text.Any(char.IsLetterOrDigit)).ToList();
        return new(
            [.. words.Select(word =>
                new PageWord(word.Text, tall.Contains(word) ? word.Box
                : Raised(word.Box, tall)) { IsDoubtful = word.Confidence < Doubtful, IsClear = word.Confidence >= Clear })],
            whole.Box.Right, whole.Box.Bottom,
            letters == 0 ? 0 : words.Sum(word => word.Confidence * word.Text.Length) / letters);
    }

    // A dash right before a number makes it negative; any other is a rule that was taken for a word.
    private static bool IsSign(Row dash, List<Row> words) => dash.Text is ['-' or '–' or '—' or '−'] && words.Exists(word =>
        char.IsAsciiDigit(word.Text[0]) && word.Box.Top <= dash.Box.Middle && word.Box.Bottom >= dash.Box.Middle
        && dash.Box.Width < word.Box.Height && word.Box.Left - dash.Box.Right is var gap && gap > -1 && gap < word.Box.Height);

    // A stop or a dash is lower than the words beside it, and stands in their row all the same.
    private static Box Raised(Box low, List<Row> tall) =>
        tall.Where(word => word.Box.Top <= low.Middle && word.Box.Bottom >= low.Middle)
            .MinBy(word => Math.Abs(word.Box.Left - low.Left)) is { } nearest
            ? low with { Top = nearest.Box.Top, Bottom = nearest.Box.Bottom }
            : low;

    private static IEnumerable<Row> Rows(ReadOnlyMemory<byte> tsv) =>
        Encoding.UTF8.GetString(tsv.Span).Split('\n').Skip(1).Select(RowOf).OfType<Row>();

    private static Row? RowOf(string line)
    {
        var cells = line.TrimEnd('\r').Split('\t');
        if (cells.Length < Columns)
        {
            return null;
        }
        var numbers = new double[Columns - 1];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!double.TryParse(cells[i], CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }
        var box = new Box(numbers[6], numbers[7], numbers[6] + numbers[8], numbers[7] + numbers[9]);
        return new((int)numbers[0], (int)numbers[1], box, numbers[10], GlyphText.Of(cells[11].Trim(), isLast: true));
    }

    /// <summary>A row of the table.</summary>
    /// <param name="Level">1 for a page, 5 for a word.</param>
    /// <param name="Page">From 1.</param>
    private sealed record Row(int Level, int Page, Box Box, double Confidence, string Text);
}

/// <summary>The words of one page of several.</summary>
/// <param name="Page">Its number, from 1.</param>
/// <param name="Words">What is on it.</param>
internal sealed record WordsOfPage(int Page, RecognisedWords Words);
