using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

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
    private const int SecondPart = 2;
    private const int OfParts = 3;

    private string? languages;

    /// <summary>A page of a PDF, read twice; null where it could not be drawn or recognised.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="page">The page as its text gave it; without a size where the text could not be read.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Page?> PageAsync(ReadOnlyMemory<byte> pdf, Page page, CancellationToken cancel)
    {
        var resolution = ResolutionOf(page);
        if (await DrawnAsync(pdf, page, resolution, cancel) is not { } picture)
        {
            return null;
        }
        if (picture.IsEmpty)
        {
            return Of(page.Number, new RecognisedWords([], picture.Width, picture.Height, 0), PointsPerInch / resolution);
        }
        if (await UprightAsync(picture, resolution, cancel) is not { } upright)
        {
            return null;
        }
        var first = Of(page.Number, upright.Words, PointsPerInch / resolution);
        var fewer = Math.Max(FewestDotsPerInch, resolution * SecondPart / OfParts);
        var again = await DrawnAsync(pdf, page, fewer, cancel) is { } small
            ? await RecogniseAsync(small.Turned(upright.Quarters), fewer, SecondLayout, cancel) : null;
        return again is null ? first : Twice(first, Of(page.Number, again, PointsPerInch / fewer));
    }

    /// <summary>The pages of a picture's file, each read twice; none where it could not be recognised.</summary>
    public async Task<ImmutableArray<Page>> PictureAsync(ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        var (first, again) = (await PicturesAsync(file, Layout, cancel), await PicturesAsync(file, SecondLayout, cancel));
        return [.. first.Select(page => again.FirstOrDefault(other => other.Number == page.Number) is { } second ? Twice(page, second)
            : page)];
    }

    private async Task<ImmutableArray<Page>> PicturesAsync(ReadOnlyMemory<byte> file, string layout, CancellationToken cancel)
    {
        var table = await tools.Recognising.RunAsync(["stdin", "stdout", "-l", await LanguagesAsync(cancel), "--psm", layout, "tsv"], file,
            cancel);
        return table is null
            ? []
            : [.. RecognisedWords.OfPages(table)
                .Select(page => Of(page.Page, page.Words, LongerSideOfA4 / Math.Max(1, Math.Max(page.Words.Width, page.Words.Height))))];
    }

    private async Task<Picture?> DrawnAsync(ReadOnlyMemory<byte> pdf, Page page, int resolution, CancellationToken cancel)
    {
        var (number, dots) = (page.Number.ToString(CultureInfo.InvariantCulture), resolution.ToString(CultureInfo.InvariantCulture));
        var drawn = await tools.Drawing.RunAsync(["-f", number, "-l", number, "-r", dots, "-gray", "-cropbox", "-"], pdf, cancel);
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

    private static Box Scaled(Box box, double scale) => new(box.Left * scale, box.Top * scale, box.Right * scale, box.Bottom * scale);

    // A page as large as a wall is drawn with fewer dots; one that is larger than that is not drawn at all.
    private static int ResolutionOf(Page page)
    {
        var inches = page.Width * page.Height / (PointsPerInch * PointsPerInch);
        return inches > 0 ? Math.Clamp((int)Math.Sqrt(MostDots / inches), FewestDotsPerInch, DotsPerInch) : DotsPerInch;
    }

    /// <summary>The words of a picture that was turned to the right by so many quarters.</summary>
    private sealed record Upright(RecognisedWords Words, int Quarters);

    [GeneratedRegex("^Rotate: ([0-9]{1,3})", RegexOptions.Multiline)]
    private static partial Regex Rotate();
}
