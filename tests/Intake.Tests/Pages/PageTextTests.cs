using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using static DolibarrAgent.Samples.PrintedPages;

namespace DolibarrAgent.Intake.Tests.Pages;

/// <summary>The words of printed pages, and where they stand.</summary>
public class PageTextTests
{
    [Fact]
    public async Task A_table_keeps_its_rows()
    {
        var page = (await PagesOfTest.ReadAsync(Invoice())).Pages.Single();

        page.Source.Should().Be(PageTextSource.Text);
        PageRows.Of(page).Select(row => row.Text).Should().ContainInOrder(
            "Facture n° PP-2026-118", "Désignation   Quantité   Prix   Montant", "Ramette A4   10   4,50   45,00", "Total TTC   72,00 €");
    }

    [Fact]
    public async Task A_place_is_in_points_from_the_top_left_corner()
    {
        var page = await PagesOfTest.PageAsync(Text(100, 200, "Total"));

        (page.Width, page.Height).Should().Be((595, 842));
        var box = page.Words.Single().Box;
        box.Left.Should().BeApproximately(100, 1);
        box.Right.Should().BeApproximately(122, 2);
        box.Top.Should().BeInRange(190, 194);
        box.Bottom.Should().BeInRange(200, 204);
    }

    [Theory]
    [InlineData("/MediaBox [0 0 842 595] /Rotate 90", 595, 842, "BT /F1 10 Tf 0 1 -1 0 200 100 Tm (Total) Tj ET")]
    [InlineData("/MediaBox [0 0 842 595] /Rotate 270", 595, 842, "BT /F1 10 Tf 0 -1 1 0 642 495 Tm (Total) Tj ET")]
    [InlineData("/MediaBox [0 0 595 842] /Rotate 180", 595, 842, "BT /F1 10 Tf -1 0 0 -1 495 200 Tm (Total) Tj ET")]
    [InlineData("/MediaBox [0 0 700 900] /CropBox [50 30 645 872]", 595, 842, "BT /F1 10 Tf 1 0 0 1 150 672 Tm (Total) Tj ET")]
    public async Task A_page_that_is_turned_or_cropped_is_as_a_person_holds_it(string entries, double width, double height, string content)
    {
        var page = (await PagesOfTest.ReadAsync(new PrintedPages([content]) { PageEntries = entries }.ToBytes())).Pages.Single();

        (page.Width, page.Height).Should().Be((width, height));
        var box = page.Words.Single().Box;
        box.Left.Should().BeApproximately(100, 1);
        box.Bottom.Should().BeInRange(200, 204);
    }

    [Fact]
    public async Task A_no_break_space_parts_words_as_a_space_does() =>
        (await PagesOfTest.PageAsync(Text(50, 50, "1\u00A0234,56 EUR"))).Texts().Should().Equal("1", "234,56", "EUR");

    [Fact]
    public async Task Letters_that_are_drawn_twice_to_look_bold_are_read_once() =>
        (await PagesOfTest.PageAsync(Text(50, 50, "Total 11,00"), Text(50.3, 50, "Total 11,00"))).Texts().Should().Equal("Total", "11,00");

    [Fact]
    public async Task Letters_that_are_set_one_by_one_are_words() =>
        (await PagesOfTest.PageAsync("BT /F1 10 Tf 1 0 0 1 50 700 Tm [(T) 5 (o) -3 (t) 8 (a) (l) -300 (7) (2) 40 (,) (0) (0)] TJ ET"))
            .Texts().Should().Equal("Total", "72,00");

    [Fact]
    public async Task Text_that_is_turned_on_the_page_stays_in_one_piece() =>
        (await PagesOfTest.PageAsync("BT /F1 10 Tf 0 1 -1 0 50 300 Tm (RCS Nantes 303265045) Tj ET")).Texts().Should()
            .Equal("RCS", "Nantes", "303265045");

    [Fact]
    public async Task What_a_form_field_or_a_stamp_shows_is_read()
    {
        var pages = new PrintedPages([Text(50, 50, "Total")])
        {
            PageEntries = "/MediaBox [0 0 595 842] /Annots [<< /Subtype /Widget /Rect [100 700 200 720] /AP << /N 3 0 R >> >> "
                + "<< /Subtype /Widget /F 2 /Rect [100 600 200 620] /AP << /N 3 0 R >> >>]",
            Objects = [("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 1 0 R >> >>",
                "BT /F1 10 Tf 5 5 Td (72,00) Tj ET"u8.ToArray())],
        };

        var page = (await PagesOfTest.ReadAsync(pages.ToBytes())).Pages.Single();

        page.Texts().Should().BeEquivalentTo("Total", "72,00");
        page.Words.Single(word => word.Text == "72,00").Box.Left.Should().BeApproximately(105, 1);
    }

    [Fact]
    public async Task Without_a_program_that_recognises_words_a_page_without_text_is_refused_with_what_to_install() =>
        (await PagesOfTest.RefusedAsync(Scan.WithoutText())).Should().Match<Refusal>(refusal =>
            refusal.Code == Codes.PagesWithoutText && refusal.Message.Contains("tesseract")
                && refusal.Remedy.Contains("apt-get install tesseract-ocr"));

    [Fact]
    public async Task Of_several_pages_those_without_text_are_named()
    {
        var read = await PagesOfTest.ReadAsync(Scan.BehindText());

        read.Unread.Should().Equal(2);
        read.Missing!.Code.Text.Should().Be("pages-without-text");
        read.Pages[0].Texts().Should().Contain("Total");
    }

    [Fact]
    public async Task A_page_with_nothing_on_it_is_not_taken_for_a_picture()
    {
        var read = await PagesOfTest.ReadAsync(Of(Text(50, 50, "Total"), "q Q"));

        read.Missing.Should().BeNull();
        read.Pages[1].Words.Should().BeEmpty();
    }

    [Theory]
    [InlineData("pages-locked")]
    [InlineData("pages-too-many")]
    [InlineData("pages-unreadable")]
    [InlineData("pages-none")]
    public async Task What_cannot_be_read_is_said_for_what_it_is(string code) => (await PagesOfTest.RefusedAsync(code switch
    {
        "pages-locked" => TestPdf.Locked(),
        "pages-too-many" => Of([.. Enumerable.Repeat("q Q", 201)]),
        "pages-unreadable" => "%PDF-1.7\nnothing"u8.ToArray(),
        _ => "plain text"u8.ToArray(),
    })).Code.Text.Should().Be(code);
}
