using DolibarrAgent.Samples;
using static DolibarrAgent.Samples.PrintedPages;

namespace DolibarrAgent.Intake.Tests.Pages;

/// <summary>Text that a person cannot see on a page is no text of the page, whatever the file says.</summary>
public class UnseenTextTests
{
    private const string Seen = "72,00";
    private const string Unseen = "99999,00";

    private static readonly string Plain = Text(50, 50, Seen);

    public static TheoryData<string, string> Hidden => new()
    {
        { "drawn with no ink", Text(50, 100, Unseen, before: "3 Tr") },
        { "white on white", Text(50, 100, Unseen, before: "1 g") },
        { "nearly white on white", Text(50, 100, Unseen, before: "0.97 g") },
        { "black on black", Filled(40, 80, 200, 40, "0 0 0") + Text(50, 100, Unseen) },
        { "beside the page", Text(700, 100, Unseen) },
        { "below the page", Text(50, 900, Unseen) },
        { "too small", Text(50, 100, Unseen, size: 0.5) },
        { "of no size", Text(50, 100, Unseen, size: 0) },
        { "clipped away", $"q 0 0 10 10 re W n {Text(50, 100, Unseen)} Q" },
        { "covered by an area", Text(50, 100, Unseen) + Filled(40, 80, 200, 40, "1 1 1") },
        { "covered by a picture", Text(50, 100, Unseen) + "q 200 0 0 40 40 722 cm /P Do Q" },
        { "transparent", Text(50, 100, Unseen, before: "/G gs") },
        { "on a layer that is off", $"/OC /L BDC {Text(50, 100, Unseen)} EMC" },
        { "in a form on a layer that is off", "/F Do" },
    };

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task It_is_left_out(string how, string drawn)
    {
        var page = (await PagesOfTest.ReadAsync(PageOf(Plain + drawn))).Pages.Single();

        page.Texts().Should().Equal([Seen], $"the other is {how}");
    }

    public static TheoryData<string, string> Visible => new()
    {
        { "white on black", Filled(40, 80, 200, 40, "0 0 0") + Text(50, 100, Unseen, before: "1 g") },
        { "grey", Text(50, 100, Unseen, before: "0.6 g") },
        { "within what it is clipped to", $"q 40 700 300 100 re W n {Text(50, 100, Unseen)} Q" },
        { "beside an area", Text(50, 100, Unseen) + Filled(40, 200, 200, 40, "1 1 1") },
        { "within a frame", Text(50, 100, Unseen) + "q 1 1 1 rg 30 690 300 70 re 35 695 290 60 re f* Q" },
        { "on a picture", "q 200 0 0 40 40 722 cm /P Do Q\n" + Text(50, 100, Unseen) },
        { "on a layer that is on", $"/OC /M BDC {Text(50, 100, Unseen)} EMC" },
    };

    [Theory]
    [MemberData(nameof(Visible))]
    public async Task What_is_seen_is_read_and_not_doubted(string how, string drawn)
    {
        var page = (await PagesOfTest.ReadAsync(PageOf(Plain + drawn))).Pages.Single();

        page.Words.Where(word => !word.IsDoubtful).Select(word => word.Text).Should().Equal([Seen, Unseen], $"it is {how}");
    }

    public static TheoryData<string, string> Doubtful => new()
    {
        { "white on a picture", "q 200 0 0 40 40 722 cm /P Do Q\n" + Text(50, 100, Unseen, before: "1 g") },
        { "pale", Text(50, 100, Unseen, before: "0.85 g") },
        { "very small", Text(50, 100, Unseen, size: 2) },
        { "under something half transparent", Text(50, 100, Unseen) + "q /H gs 1 1 1 rg 40 722 200 40 re f Q" },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task What_is_hardly_seen_is_shown_and_doubted(string how, string drawn)
    {
        var page = (await PagesOfTest.ReadAsync(PageOf(Plain + drawn))).Pages.Single();

        page.Words.Where(word => word.IsDoubtful).Select(word => word.Text).Should().Equal([Unseen], $"it is {how}");
    }

    [Fact]
    public async Task The_hidden_text_of_a_scan_is_not_its_text() =>
        (await PagesOfTest.RefusedAsync(Scan.WithHiddenText())).Code.Text.Should().Be("pages-without-text");

    [Fact]
    public async Task What_is_not_seen_within_a_word_is_no_letter_of_it() =>
        (await PagesOfTest.PageAsync("BT /F1 10 Tf 50 700 Td (72) Tj 3 Tr (000) Tj 0 Tr (,00) Tj ET")).Texts().Should()
            .NotContain(text => text.Contains("000"));

    private static byte[] PageOf(string content) => new PrintedPages([content])
    {
        CatalogEntries = "/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >>",
        Resources = "/XObject << /P 3 0 R /F 8 0 R >> /ExtGState << /G 4 0 R /H 5 0 R >> /Properties << /L 6 0 R /M 7 0 R >>",
        Objects =
        [
            ("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", [0xF0]),
            ("<< /Type /ExtGState /ca 0 >>", null),
            ("<< /Type /ExtGState /ca 0.5 >>", null),
            ("<< /Type /OCG /Name (draft) >>", null),
            ("<< /Type /OCG /Name (print) >>", null),
            ("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /OC 6 0 R /Resources << /Font << /F1 1 0 R >> >>",
                System.Text.Encoding.Latin1.GetBytes(Text(50, 100, Unseen))),
        ],
    }.ToBytes();
}
