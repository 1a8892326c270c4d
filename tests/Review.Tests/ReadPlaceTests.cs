using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Review.Tests;

/// <summary>Where a document's pages say what it says: quoted on every face, and shown on the page for a browser.</summary>
public sealed class ReadPlaceTests
{
    private static readonly Evidence.File File = Examples.Invoice.Evidence.OfType<Evidence.File>().First();

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0];

    [Fact]
    public void Every_face_quotes_the_line_of_the_page()
    {
        var page = Page(new ReadPage(2, 595, 842, 0), "Facture n° 4711");

        Faces.Plain(page).Should().Contain("page 2: Facture n° 4711");
        MarkdownReview.Of(page).Text.Should().Contain("page 2: `Facture n° 4711`");
        Html(page).Should().Contain("page 2: <bdi>Facture n° 4711</bdi>", "nobody drew the page");
    }

    [Fact]
    public void A_line_that_would_deceive_is_shown_with_what_is_not_seen() =>
        MarkdownReview.Of(Page(new ReadPage(1, 595, 842, 0), "Total\u202e 1`2")).Text.Should().Contain("⟨U+202E").And.NotContain("\u202e");

    [Fact]
    public void A_page_that_was_drawn_is_in_the_file_once_and_each_value_is_a_part_of_it()
    {
        var html = Html(Drawn(Page(new ReadPage(1, 595, 842, 0), "Facture n° 4711", "number", "gross")));

        html.Split("<image ").Should().HaveCount(2);
        html.Split("<use href=\"#page-1\">").Should().HaveCount(3);
        html.Should().Contain("aria-label=\"page 1: Facture n° 4711\"").And.Contain("img-src data:");
    }

    [Theory]
    [InlineData(1, "width=\"842\" height=\"595\"", "translate(595 0) rotate(90)")]
    [InlineData(2, "width=\"595\" height=\"842\"", "translate(595 842) rotate(180)")]
    [InlineData(3, "width=\"842\" height=\"595\"", "translate(0 842) rotate(270)")]
    public void A_page_that_lies_on_its_side_is_turned_as_it_was_for_reading(int quarters, string size, string turned) =>
        Html(Drawn(Page(new ReadPage(1, 595, 842, quarters), "Facture n° 4711"))).Should().Contain(size)
            .And.Contain($"transform=\"{turned}\"");

    [Fact]
    public void What_was_read_of_other_values_than_the_changeset_says_is_not_shown()
    {
        var checks = Checked(new ReadPage(1, 595, 842, 0), "Facture n° 4712", File.Says.With("number", "4712"), "number");

        Faces.Plain(ReviewPage.Checked(Examples.Invoice, Language.English, checks)).Should().NotContain("Facture n° 4712");
    }

    [Fact]
    public void What_is_not_a_picture_is_not_taken_for_one() =>
        PagePictures.None.With(new PageOfFile(File.Sha256, 1), "<svg onload=alert(1)>"u8.ToArray()).ByPage.Should().BeEmpty();

    [Fact]
    public void Pictures_beyond_what_a_review_may_hold_are_left_out()
    {
        var large = new byte[PagePictures.Limit - 4];
        Png.CopyTo(large, 0);

        PagePictures.None.With(new PageOfFile(File.Sha256, 1), large).With(new PageOfFile(File.Sha256, 2), Png)
            .ByPage.Keys.Select(key => key.Number).Should().Equal(1);
    }

    private static ReviewPage Drawn(ReviewPage page) =>
        page with { Pictures = PagePictures.None.With(new PageOfFile(File.Sha256, 1), Png) };

    private static string Html(ReviewPage page) =>
        HtmlReview.Of(page, new DocumentShelf(Digest.Of([]), Examples.Invoice.Evidence, _ => default));

    private static ReviewPage Page(ReadPage page, string row, params string[] said) =>
        ReviewPage.Checked(Examples.Invoice, Language.English, Checked(page, row, File.Says, said is [] ? ["number"] : said));

    private static Checks Checked(ReadPage page, string row, Fields says, params string[] said) => Checks.None with
    {
        Read = ImmutableDictionary<string, ReadEvidence>.Empty.Add(File.Id, new ReadEvidence.Done
        {
            Files = [new ReadFile(File.Sha256, File.Name,
                says) { Places = [.. said.Select(name => new ReadPlace(name, row, page, new ReadBox(300, 100, 350, 112)))] }],
        }),
    };
}
