using System.Text;

namespace DolibarrAgent.Review.Tests;

public sealed class PdfActionsTests
{
    private static readonly string Script = TestPdf.Script("app.alert(1)");

    [Fact]
    public void A_PDF_that_does_nothing_is_shown_to_the_byte()
    {
        var pdf = new TestPdf("Facture").ToBytes();
        var actions = PdfActions.Of(pdf);

        actions.Found.Should().BeEmpty();
        actions.Shown.Should().Equal(pdf);
    }

    [Theory]
    [InlineData("/S /JavaScript /JS (app.alert)")]
    [InlineData("/S /J#61vaScript /#4aS (app.alert)")]
    [InlineData("/S/JavaScript/JS(x)")]
    [InlineData("/S /URI /URI (http://evil.example)")]
    [InlineData("/S /Launch /F (calc.exe)")]
    [InlineData("/S /SubmitForm /F (http://evil.example)")]
    [InlineData("/S /Named /N /Print")]
    [InlineData("/S /GoToR /F (other.pdf)")]
    public void What_acts_is_blanked_and_nothing_else_moves(string action)
    {
        var pdf = new TestPdf("Facture") { WhenOpened = action }.ToBytes();
        var actions = PdfActions.Of(pdf);

        actions.Found.Should().NotBeEmpty();
        actions.Shown!.Length.Should().Be(pdf.Length);
        PdfActions.Of(actions.Shown).Found.Should().BeEmpty();
        Encoding.Latin1.GetString(actions.Shown).Should().Contain("(Facture)").And.NotMatchRegex("/(JavaScript|JS|URI|Launch|SubmitForm|Named|GoToR)\\b");
    }

    [Fact]
    public void What_acts_and_is_packed_away_is_found_and_the_PDF_not_shown()
    {
        var actions = PdfActions.Of(new TestPdf("x") { WhenOpened = Script, IsPacked = true }.ToBytes());

        actions.Found.Should().Equal("JS", "JavaScript");
        actions.Shown.Should().BeNull();
    }

    [Theory]
    [InlineData("/Type /ObjStm", "")]
    [InlineData("/Type /ObjStm /N", "/Type /#4fbjStm /#4e")]
    [InlineData("/Type /ObjStm", "/X (5 0 obj << /Y) % 5 0 obj << >>\n")]
    [InlineData("/Type /ObjStm", "/X <</Y [1 2 R <00> (\\))]>>")]
    public void Also_where_they_do_not_say_what_they_are(string written, string instead)
    {
        var pdf = Encoding.Latin1.GetString(new TestPdf("x") { WhenOpened = Script, IsPacked = true }.ToBytes());
        var actions = PdfActions.Of(Encoding.Latin1.GetBytes(pdf.Replace(written, instead, StringComparison.Ordinal)));

        actions.Found.Should().Equal("JS", "JavaScript");
        actions.Shown.Should().BeNull();
    }

    [Fact]
    public void A_picture_packed_in_another_way_is_no_packed_object() => PdfActions.Of(Encoding.Latin1.GetBytes(
        "%PDF-1.7\n1 0 obj << /First 2 0 R >> endobj 2 0 obj << /N 3 /Filter /LZWDecode /DecodeParms << /Predictor 12 >> /Length 1 >> stream\nx\nendstream endobj")).Shown.Should().NotBeNull();

    [Fact]
    public void Packed_objects_that_do_nothing_are_shown() => PdfActions.Of(new TestPdf("x") { WhenOpened = "/S /GoTo", IsPacked = true }.ToBytes()).Shown.Should().NotBeNull();

    [Theory]
    [InlineData("/Filter /FlateDecode", "/Filter [/ASCIIHexDecode /FlateDecode]")]
    [InlineData("/Filter /FlateDecode", "/Filter /FlateDecode /DecodeParms << /Predictor 12 >>")]
    [InlineData("/Filter /FlateDecode", "/Filter 9 0 R /X /FlateDecode")]
    [InlineData("/Filter /FlateDecode", "/Filter /LZWDecode")]
    [InlineData("/Type /Catalog", "/Type /Catalog /Encrypt 9 0 R")]
    public void What_cannot_be_looked_through_is_not_shown(string written, string instead)
    {
        var pdf = Encoding.Latin1.GetString(new TestPdf("x") { WhenOpened = "/S /GoTo", IsPacked = true }.ToBytes());

        PdfActions.Of(Encoding.Latin1.GetBytes(pdf.Replace(written, instead, StringComparison.Ordinal))).Shown.Should().BeNull();
    }

    [Fact]
    public void Packed_objects_that_are_broken_are_not_shown()
    {
        var pdf = new TestPdf("x") { WhenOpened = "/S /GoTo", IsPacked = true }.ToBytes();
        pdf[Encoding.Latin1.GetString(pdf).IndexOf("stream\nx", StringComparison.Ordinal) + 9] ^= 0xff;

        PdfActions.Of(pdf).Shown.Should().BeNull();
    }
}
