using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Pages;

/// <summary>Pages that are pictures, through the real tesseract and pdftoppm.</summary>
public class RecognisedTests
{
    private static readonly string[] Rows = ["Facture n° PP-2026-118", "Ramette A4   10   4,50   45,00", "Total TTC   72,00 €"];

    [Fact]
    public async Task A_scan_is_read_as_the_page_that_it_shows()
    {
        var tools = PagesOfTest.Tools();
        var printed = (await PagesOfTest.ReadAsync(PrintedPages.Invoice())).Pages.Single();

        var page = (await PagesOfTest.ReadAsync(Scan.Of(await PictureAsync(tools)), tools)).Pages.Single();

        page.Source.Should().Be(PageTextSource.Recognised);
        (page.Width, page.Height).Should()
            .Match<(double, double)>(size => Math.Abs(size.Item1 - 595) < 1 && Math.Abs(size.Item2 - 842) < 1);
        PageRows.Of(page).Select(row => row.Text).Should().ContainInOrder(Rows);
        page.Words.Single(word => word.Text == "72,00").IsConfirmed.Should().BeTrue("it was read twice");
        var (read, seen) = (page.Words.Single(word => word.Text == "72,00").Box, printed.Words.Single(word => word.Text == "72,00").Box);
        read.Left.Should().BeApproximately(seen.Left, 3);
        read.Middle.Should().BeApproximately(seen.Middle, 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_scan_that_lies_on_its_side_is_turned(int quarters)
    {
        var tools = PagesOfTest.Tools();
        var picture = Picture.Of(await PictureAsync(tools))!;

        var page = (await PagesOfTest.ReadAsync(Scan.Of(picture.Turned(quarters).ToPgm().ToArray()), tools)).Pages.Single();

        page.Texts().Should().Contain(["Ramette", "72,00"]);
    }

    [Fact]
    public async Task A_picture_is_read_as_a_page()
    {
        var tools = PagesOfTest.Tools();
        var png = await tools.Drawing.RunAsync(["-png", "-r", "200", "-"], PrintedPages.Invoice(), PagesOfTest.Cancel);

        var page = (await PagesOfTest.ReadAsync(png!, tools)).Pages.Single();

        page.Source.Should().Be(PageTextSource.Recognised);
        page.Height.Should().BeApproximately(842, 1);
        page.Words.Single(word => word.Text == "72,00").IsConfirmed.Should().BeTrue("it was read twice");
        PageRows.Of(page).Select(row => row.Text).Should().ContainInOrder(Rows);
    }

    [Fact]
    public async Task A_picture_without_words_is_said() =>
        (await PagesOfTest.RefusedAsync(Scan.WithoutText(), PagesOfTest.Tools())).Code.Text.Should().Be("pages-empty");

    [Fact]
    public async Task A_picture_that_is_damaged_is_said() =>
        (await PagesOfTest.RefusedAsync([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. new byte[100]], PagesOfTest.Tools())).Code.Text.Should()
            .Be("pages-not-recognised");

    [Fact]
    public async Task A_program_that_takes_too_much_memory_is_ended()
    {
        var tools = PagesOfTest.Tools();

        var output = await (tools.Recognising with { Memory = 30L << 20 })
            .RunAsync(["stdin", "stdout", "tsv"], await PictureAsync(tools), PagesOfTest.Cancel);

        output.Should().BeNull();
    }

    [Fact]
    public async Task A_program_that_writes_too_much_is_ended() =>
        (await (PagesOfTest.Tools().Drawing with { OutputBytes = 1000 })
            .RunAsync(["-gray", "-"], PrintedPages.Invoice(), PagesOfTest.Cancel)).Should().BeNull();

    [Fact]
    public async Task A_program_that_takes_too_long_is_ended()
    {
        _ = PagesOfTest.Tools();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var output = await new Readers.LimitedProgram("/bin/sleep") { Time = TimeSpan.FromSeconds(1) }.RunAsync(["600"], default,
            PagesOfTest.Cancel);

        output.Should().BeNull();
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Its_table_says_how_sure_it_is()
    {
        string[] rows =
        [
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
            "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t",
            "5\t1\t1\t1\t1\t1\t100\t200\t300\t40\t96.1\tTotal",
            "5\t1\t1\t1\t1\t2\t500\t200\t300\t40\t31.5\t7Z,0O",
            "5\t1\t1\t1\t1\t3\t900\t218\t20\t6\t90\t.",
        ];

        var words = RecognisedWords.OfPages(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows))).Single().Words;

        words.Words.Select(word => word.IsDoubtful).Should().Equal(false, true, false);
        words.Words[2].Box.Height.Should().Be(40, "a stop stands in the row of its words");
    }

    [Fact]
    public void A_dash_right_before_a_number_is_its_sign_and_any_other_is_a_rule()
    {
        string[] rows =
        [
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
            "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t",
            "5\t1\t1\t1\t1\t1\t100\t200\t300\t40\t96\tTotal",
            "5\t1\t1\t1\t1\t2\t420\t216\t60\t6\t90\t-",
            "5\t1\t1\t1\t1\t3\t880\t216\t14\t6\t90\t-",
            "5\t1\t1\t1\t1\t4\t900\t200\t90\t40\t95\t12,00",
        ];

        var words = RecognisedWords.OfPages(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows))).Single().Words.Words;

        words.Select(word => word.Text).Should().Equal("Total", "-", "12,00");
        words[1].Box.Left.Should().Be(880);
    }

    [Fact]
    public void Rows_that_lie_askew_are_put_straight()
    {
        PageWord At(double x, double y) => new("x", new Box(x, y + (0.02 * x), x + 20, y + 10 + (0.02 * (x + 20))));

        var words = Straightened.Of([.. from y in new[] { 100, 114, 128, 142 } from x in new[] { 50, 200, 350, 500 } select At(x, y)]);

        PageRows.Of(new Page { Number = 1, Width = 595, Height = 842, Source = PageTextSource.Recognised, Words = words })
            .Select(row => row.Words.Length)
            .Should().Equal(4, 4, 4, 4);
    }

    private static async Task<byte[]> PictureAsync(RecognitionTools tools) =>
        (await tools.Drawing.RunAsync(["-gray", "-r", "200", "-"], PrintedPages.Invoice(), PagesOfTest.Cancel))!;
}
