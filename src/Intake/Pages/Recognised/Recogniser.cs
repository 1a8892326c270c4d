using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Recognises the words of pages that are pictures. No file is written: the programs take from pipes and give to pipes.</summary>
internal sealed partial class Recogniser(RecognitionTools tools)
{
    private const double PointsPerInch = 72;
    private const int DotsPerInch = 300;
    private const int FewestDotsPerInch = 36;
    private const double MostDots = 25_000_000;
    private const double LongerSideOfA4 = 842;
    private const int SurelyUpright = 60;
    private const int FewWords = 5;

    // As much text as can be found, in no order: of printed invoices it finds more numbers than the layouts for columns and
    // blocks do. Rows are put together by where the words stand.
    private const string Layout = "11";

    // The second time with fewer dots and as one block: what is misread for a speck, or by how a letter falls on the dots, is misread
    // otherwise.
    private const string SecondLayout = "6";
    private const string AsOneLine = "13";
    private const double LetterOfInk = 1.15;
    private const double MostEnlarged = 2;
    private const int SecondPart = 2;
    private const int OfParts = 3;

    private string? languages;

    /// <summary>A page of a PDF, read twice; null where it could not be drawn or recognised.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="page">The page as its text gave it; without a size where the text could not be read.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<Page?> PageAsync(ReadOnlyMemory<byte> pdf, Page page, CancellationToken cancel) => TwiceAsync(new(pdf, page, 1), cancel);

    /// <summary>A picture's file as a PDF, a page for each picture in it, a point for each dot; null where it is damaged.</summary>
    public async Task<byte[]?> PdfOfAsync(ReadOnlyMemory<byte> file, CancellationToken cancel) =>
        await tools.Recognising.RunAsync(["stdin", "stdout", "--psm", AsOneLine, "--dpi", "72", "pdf"], file, cancel);

    /// <summary>A page of such a PDF, taken for one as long as A4.</summary>
    public Task<Page?> PictureAsync(ReadOnlyMemory<byte> pdf, Page page, CancellationToken cancel)
    {
        var enlarged = Math.Max(1, Math.Max(page.Width, page.Height)) / LongerSideOfA4;
        return TwiceAsync(new(pdf, page with { Width = page.Width / enlarged, Height = page.Height / enlarged }, enlarged), cancel);
    }

    private async Task<Page?> TwiceAsync(Source source, CancellationToken cancel)
    {
        var resolution = source.Resolution;
        if (await DrawnAsync(source, resolution, cancel) is not { } picture)
        {
            return null;
        }
        if (picture.IsEmpty)
        {
            return Of(source.Page.Number, new RecognisedWords([], picture.Width, picture.Height, 0), PointsPerInch / resolution);
        }
        if (await UprightAsync(picture, resolution, cancel) is not { } upright)
        {
            return null;
        }
        var first = Of(source.Page.Number, upright.Words, PointsPerInch / resolution) with { Quarters = upright.Quarters };
        var fewer = Math.Max(FewestDotsPerInch, resolution * SecondPart / OfParts);
        var again = await DrawnAsync(source, fewer, cancel) is { } small
            ? await RecogniseAsync(small.Turned(upright.Quarters), fewer, SecondLayout, cancel) : null;
        return again is null ? first : Twice(first, Of(first.Number, again, PointsPerInch / fewer));
    }

    private async Task<Picture?> DrawnAsync(Source source, int resolution, CancellationToken cancel)
    {
        var number = source.Page.Number.ToString(CultureInfo.InvariantCulture);
        var dots = Decimals.Text((decimal)Math.Round(resolution / source.Enlarged, 3));
        var drawn = await tools.Drawing.RunAsync(["-f", number, "-l", number, "-r", dots, "-gray", "-cropbox", "-"], source.Pdf, cancel);
        return drawn is null ? null : Picture.Of(drawn);
    }

    private async Task<Upright?> UprightAsync(Picture picture, int resolution, CancellationToken cancel)
    {
        var words = await RecogniseAsync(picture, resolution, Layout, cancel);
        if (words is { Confidence: >= SurelyUpright, Words.Length: >= FewWords }
            || await QuartersAsync(picture, resolution, cancel) is not (> 0 and var quarters))
        {
            return words is null ? null : new(words, 0);
        }
        var turned = await RecogniseAsync(picture.Turned(quarters), resolution, Layout, cancel);
        return turned?.Confidence > (words?.Confidence ?? 0) ? new(turned, quarters) : words is null ? null : new(words, 0);
    }

    private async Task<RecognisedWords?> RecogniseAsync(Picture picture, int resolution, string layout, CancellationToken cancel)
    {
        var dots = resolution.ToString(CultureInfo.InvariantCulture);
        var table = await tools.Recognising.RunAsync(
            ["stdin", "stdout", "-l", await LanguagesAsync(cancel), "--psm", layout, "--dpi", dots, "tsv"], picture.ToPgm(), cancel);
        return table is null
            ? null
            : RecognisedWords.OfPages(table).Select(page => page.Words)
                .FirstOrDefault() ?? new RecognisedWords([], picture.Width, picture.Height, 0);
    }

    /// <summary>How many quarters it has to be turned to the right to stand upright.</summary>
    private async Task<int> QuartersAsync(Picture picture, int resolution, CancellationToken cancel)
    {
        var dots = resolution.ToString(CultureInfo.InvariantCulture);
        var said = await tools.Recognising.RunAsync(["stdin", "stdout", "--psm", "0", "--dpi", dots], picture.ToPgm(), cancel);
        return said is not null && Rotate().Match(Encoding.UTF8.GetString(said)) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) / 90 % 4
            : 0;
    }

    private async Task<string> LanguagesAsync(CancellationToken cancel) =>
        languages ??= await tools.LanguagesAsync(cancel) is { IsEmpty: false } known ? string.Join('+', known) : "eng";

    private static Page Twice(Page first, Page again) => first with
    {
        Words = Confirmed.By(first.Words, again.Words),
        Again = Confirmed.By(again.Words, first.Words),
    };

    private static Page Of(int number, RecognisedWords words, double scale) => new()
    {
        Number = number,
        Width = words.Width * scale,
        Height = words.Height * scale,
        Source = PageTextSource.Recognised,
        Words = Straightened.Of([.. words.Words.Select(word => word with { Box = Scaled(word.Box, scale) })]),
    };

    // Boxes are of the ink; those of text are as high as its letters can be, and what is near and far is told by that.
    private static Box Scaled(Box box, double scale)
    {
        var more = (LetterOfInk - 1) / 2 * box.Height;
        return new(box.Left * scale, (box.Top - more) * scale, box.Right * scale, (box.Bottom + more) * scale);
    }

    /// <summary>A page to draw.</summary>
    /// <param name="Pdf">The file it is in.</param>
    /// <param name="Page">With its size as it was on paper.</param>
    /// <param name="Enlarged">How many times that size it has in the file.</param>
    private sealed record Source(ReadOnlyMemory<byte> Pdf, Page Page, double Enlarged)
    {
        // A page as large as a wall is drawn with fewer dots; one that is larger than that is not drawn at all. A small picture has no
        // more to show than its dots.
        public int Resolution
        {
            get
            {
                var inches = Page.Width * Page.Height / (PointsPerInch * PointsPerInch);
                var most = Enlarged == 1 ? DotsPerInch : Math.Min(DotsPerInch, (int)(MostEnlarged * PointsPerInch * Enlarged));
                return inches > 0
                    ? Math.Clamp((int)Math.Sqrt(MostDots / inches), FewestDotsPerInch, Math.Max(FewestDotsPerInch, most)) : most;
            }
        }
    }

    /// <summary>The words of a picture that was turned to the right by so many quarters.</summary>
    private sealed record Upright(RecognisedWords Words, int Quarters);

    [GeneratedRegex("^Rotate: ([0-9]{1,3})", RegexOptions.Multiline)]
    private static partial Regex Rotate();
}
