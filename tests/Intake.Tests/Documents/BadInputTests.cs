using System.Text;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Documents;

public sealed class BadInputTests
{
    private static readonly byte[] Xml = SampleXml.Of(SampleCatalogue.Hosting);

    public static TheoryData<string, byte[], string, string> Refused => new()
    {
        { "empty.eml", [], "rejected", "empty-file" },
        { "letter.eml", Encoding.UTF8.GetBytes("Dear all,\nthis is not an email.\n"), "not-an-invoice", "unknown-content" },
        { "image.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "not-an-invoice", "picture" },
        { "truncated.xml", Xml[..(Xml.Length / 2)], "rejected", "xml-not-well-formed" },
        { "entity.xml", Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Invoice>&x;</Invoice>"), "rejected", "xml-dtd" },
        { "bomb.xml", Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\">]><Invoice>&y;</Invoice>"), "rejected", "xml-dtd" },
        { "deep.xml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 5000))), "rejected", "xml-too-complex" },
        { "encoding.xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"klingon\"?><Invoice/>"), "rejected", "xml-not-well-formed" },
        { "order.xml", Encoding.UTF8.GetBytes("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>"), "not-an-invoice", "order" },
        { "hollow.xml", Encoding.UTF8.GetBytes("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>"), "rejected", "structure" },
        { "page.html", Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>Pay here</body></html>"), "not-an-invoice", "html" },
        { "broken.pdf", Encoding.UTF8.GetBytes("%PDF-1.7\nnothing"), "no-structured-data", "pdf-unreadable" },
        { "archive.zip", [0x50, 0x4B, 3, 4, 0, 0], "rejected", "archive-damaged" },
        { "pdf-in-a.zip", [0x50, 0x4B, 3, 4, 0, 0, .. SamplePdf.Of(SampleCatalogue.Hosting)], "rejected", "archive-damaged" },
        { "mail.msg", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "no-structured-data", "outlook-message" },
        { "link.eml", Encoding.UTF8.GetBytes("From: a@b.example\nSubject: Invoice 12\n\nPay 100.00 EUR at http://b.example\n"), "no-structured-data", "mail-without-file" },
        { "folded.eml", Encoding.ASCII.GetBytes("From: a@b.example\nSubject: " + string.Concat(Enumerable.Repeat("=?utf-8?B?d3d3?=\n ", 200_000)) + "x\n\nbody"), "rejected", "mail-headers-too-long" },
        { "one-line.eml", Encoding.ASCII.GetBytes("From: a@b.example\nSubject: " + new string('A', 3_000_000) + "\n\nbody"), "rejected", "mail-headers-too-long" },
        { "locked.pdf", TestPdf.Locked(), "no-structured-data", "pdf-encrypted" },
        { "inflated.pdf", TestPdf.WithPackedXml(Long(80_000_000)), "rejected", "pdf-too-large" },
        { "inflated-in-parts.pdf", TestPdf.WithPackedXml(Long(20_000_000), 4), "rejected", "pdf-too-large" },
        { "rows-of-no-length.pdf", TestPdf.WithPackedXml(Xml, 1, "/DecodeParms << /Predictor 12 /Columns 0 >>"), "no-structured-data", "pdf-unreadable" },
        { "round.pdf", TestPdf.WhoseFilesContainThemselves(), "no-structured-data", "pdf-without-xml" },
    };

    // An XML that never comes to its end.
    private static byte[] Long(int bytes) => [.. "<Invoice>"u8, .. new byte[bytes].AsSpan()];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Case_13_and_14_what_cannot_be_read_is_refused_with_a_reason_and_a_remedy(string name, byte[] bytes, string word, string code)
    {
        var outcome = TestXml.Read(bytes, name).Outcome;
        (outcome.Word, outcome.Refusal?.Code.Text).Should().Be((word, code));
        outcome.Refusal!.Message.Should().NotBeEmpty();
        outcome.Refusal.Remedy.Should().NotBeEmpty();
    }

    [Fact]
    public void A_file_above_the_limit_is_not_looked_at() =>
        DocumentReader.Read("big.xml", Xml, ReadLimits.Default with { FileBytes = 100 }, TestContext.Current.CancellationToken)
            .Outcome.Refusal!.Code.Text.Should().Be("file-too-large");

    [Fact]
    public void An_XML_above_the_limit_is_not_looked_at() =>
        DocumentReader.Read("big.xml", Xml, ReadLimits.Default with { XmlBytes = 100 }, TestContext.Current.CancellationToken)
            .Outcome.Refusal!.Code.Text.Should().Be("xml-too-large");

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        FluentActions.Invoking(() => DocumentReader.Read("a.xml", Xml, ReadLimits.Default, cancelled.Token)).Should().Throw<OperationCanceledException>();
    }

    [Theory]
    [InlineData("invoice.pdf")]
    [InlineData("invoice.txt")]
    public void Case_13_the_content_counts_and_not_the_name(string name) =>
        TestXml.Read(Xml, name).Outcome.Should().BeOfType<DocumentOutcome.Parsed>();

    [Fact]
    public void Case_13_a_PDF_without_metadata_is_read() =>
        TestXml.Read(TestPdf.WithPackedXml(Xml), "a.pdf").Outcome.Should().BeOfType<DocumentOutcome.Parsed>();

    [Fact]
    public void Case_13_a_truncated_XML_in_a_PDF_is_refused_and_not_passed_over() =>
        TestXml.Read(SamplePdf.Of(SampleCatalogue.Hosting, Xml[..(Xml.Length / 2)]), "a.pdf").Outcome.Refusal!.Code.Text.Should().Be("xml-not-well-formed");

    [Fact]
    public void What_is_packed_in_a_PDF_beside_the_invoice_and_is_not_XML_is_not_unpacked() =>
        TestXml.Read(TestPdf.WithPackedXml(new byte[80_000_000]), "a.pdf").Outcome.Refusal!.Code.Text.Should().Be("pdf-without-xml");

    [Fact]
    public void A_winmail_dat_with_a_name_of_a_megabyte_is_kept_as_it_is()
    {
        var mail = TestXml.Read(Fuzz.TnefSample.With(new string('A', 1_000_000), Xml), "winmail.dat").Mail!;
        mail.Warnings.Should().ContainSingle(w => w.Code == "tnef-unreadable");
        mail.Files.Should().ContainSingle();
    }

    [Fact]
    public void A_winmail_dat_whose_property_claims_values_without_end_is_kept_as_it_is() =>
        TestXml.Read(Fuzz.TnefSample.WithEndlessValues("a.xml", Xml), "winmail.dat").Mail!.Warnings.Should().ContainSingle(w => w.Code == "tnef-unreadable");

    [Fact]
    public void A_winmail_dat_that_is_cut_off_within_a_table_is_kept_as_it_is() =>
        TestXml.Read(Fuzz.TnefSample.WithCutTable(), "winmail.dat").Mail!.Warnings.Should().ContainSingle(w => w.Code == "tnef-unreadable");

    [Fact]
    public void A_page_of_a_megabyte_of_indented_lines_in_a_mail_is_not_a_header() =>
        TestXml.Read(Encoding.ASCII.GetBytes("From: a@b.example\nContent-Type: text/html\n\n<html>\n" + string.Concat(Enumerable.Repeat("  <p>Invoice 12: 100.00 EUR</p>\n", 32_000))), "mail.eml")
            .Outcome.Refusal!.Code.Text.Should().NotBe("mail-headers-too-long");

    [Fact]
    public void A_file_is_taken_out_of_a_winmail_dat() =>
        TestXml.Read(Fuzz.TnefSample.With("a.xml", Xml), "winmail.dat").Invoices.Single().Files.Single().CleanName.Should().Be("a.xml");

    [Fact]
    public void A_PDF_named_xml_is_a_PDF() =>
        TestXml.Read(SamplePdf.Of(SampleCatalogue.Hosting), "invoice.xml").Outcome.Should().BeOfType<DocumentOutcome.Parsed>();

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public void An_XML_is_read_in_the_encoding_that_it_names(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Encoding.UTF8.GetString(Xml).Replace("encoding=\"utf-8\"", $"encoding=\"{encoding}\"", StringComparison.Ordinal);
        var other = Encoding.GetEncoding(encoding);
        ((DocumentOutcome.Parsed)TestXml.Read([.. other.GetPreamble(), .. other.GetBytes(text)], "a.xml").Outcome)
            .Facts.Seller.Name.Should().Be("Hébergeur Dupont SARL");
    }

    [Fact]
    public void The_mark_at_the_start_of_an_XML_says_its_encoding_whatever_is_declared_behind_it() =>
        ((DocumentOutcome.Parsed)TestXml.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Xml))], "a.xml").Outcome)
            .Facts.Seller.Name.Should().Be("Hébergeur Dupont SARL");

    [Fact]
    public void Money_in_an_element_that_is_not_known_is_reported()
    {
        var xml = TestXml.Cii(TestXml.Line("10.00"), "<ram:SpecifiedSurpriseFee><ram:ActualAmount>3.00</ram:ActualAmount></ram:SpecifiedSurpriseFee>" + TestXml.Totals("10.00", "2.00"));
        TestXml.Prepare(xml).Warnings.Should().ContainSingle(w => w.Code == "money-not-used" && w.Text.Contains("SpecifiedSurpriseFee/ActualAmount says 3.00"));
    }

    [Fact]
    public void An_amount_that_is_not_a_number_is_null_and_said_so()
    {
        var parsed = (DocumentOutcome.Parsed)TestXml.Read(TestXml.Cii(TestXml.Line("1O.00", price: "10.00"), TestXml.Totals("10.00", "2.00")), "a.xml").Outcome;
        parsed.Facts.Lines[0].NetAmount.Should().BeNull();
        parsed.Warnings.Should().Contain(w => w.Code == "amount-not-understood" && w.Where == "BT-131/1");
    }
}
