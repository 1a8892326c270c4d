using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake.Tests.Containers;

namespace DolibarrAgent.Intake.Tests.Documents;

public sealed class TwoContentsTests
{
    private static readonly byte[] Pdf = TestPdf.WithPackedXml(TestXml.Cii(TestXml.Line("100.00"), TestXml.Totals("100.00", "20.00")));

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13];

    public static TheoryData<string, string> InFrontOfAPdf => new()
    {
        { "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR", "invoice.pdf" },
        { "\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF", "invoice.pdf" },
        { "GIF89a\u0001\0\u0001\0", "invoice.gif" },
        { "II*\0\b\0\0\0", "invoice.tif" },
        { "\0\0\0 ftypisom", "invoice.mp4" },
        { "{\\rtf1 ", "invoice.rtf" },
        { "MZ\u0090\0", "invoice.pdf" },
        { "#!/bin/sh\n", "invoice.pdf" },
        { "<!-- ", "invoice.pdf" },
        { "\r\n <html><script>alert(1)</script>", "invoice.pdf" },
        { "x <script>alert(1)</script>", "invoice.pdf" },
        { "x <?php eval(1); ?>", "invoice.pdf" },
        { "\u001F\u008B\b\b\0\0\0\0\0\u0003", "invoice.pdf" },
        { "PK\u0003\u0004", "invoice.pdf" },
        { "Subject: invoice\r\n\r\nsee below\r\n", "invoice.eml" },
    };

    [Theory]
    [MemberData(nameof(InFrontOfAPdf))]
    public void A_PDF_behind_the_beginning_of_something_else_is_refused(string front, string name) =>
        Refusal([.. Encoding.Latin1.GetBytes(front), .. Pdf], name).Should().Be("two-contents");

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("\u00EF\u00BB\u00BF")]
    [InlineData("From: billing@dupont.example\r\nMessage-ID: <abc@dupont.example>\r\nContent-Type: application/pdf\r\n\r\n")]
    public void Rubbish_in_front_of_a_PDF_is_nothing_else(string front) =>
        Read([.. Encoding.Latin1.GetBytes(front), .. Pdf], "invoice.pdf").Outcome.Word.Should().Be("parsed");

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("\r\n-- \r\nSent by a mail program\r\n")]
    public void Nor_is_rubbish_behind_it(string behind) => Read([.. Pdf, .. Encoding.Latin1.GetBytes(behind)], "invoice.pdf").Outcome.Word.Should().Be("parsed");

    [Fact]
    public void A_PDF_with_a_zip_behind_it_is_refused() => Refusal([.. Pdf, .. TestArchive.Zip(("run.class", [1]))], "invoice.pdf").Should().Be("two-contents");

    [Fact]
    public void A_zip_whose_comment_is_the_PDFs_end_is_refused()
    {
        var zip = TestArchive.Zip(("run.class", [1]));
        var end = Encoding.Latin1.GetBytes("\n%%EOF\n");
        zip[^2] = (byte)end.Length;

        Refusal([.. Pdf, .. zip, .. end], "invoice.pdf").Should().Be("two-contents");
    }

    [Fact]
    public void A_picture_with_a_zip_behind_it_is_refused() => Refusal([.. Png, .. TestArchive.Zip(("run.class", [1]))], "logo.png").Should().Be("two-contents");

    [Fact]
    public void A_zip_with_a_PDF_in_it_is_one_thing() =>
        Read(TestArchive.Zip(("invoice.pdf", Pdf)), "invoices.zip").Outcome.Word.Should().Be("parsed");

    [Theory]
    [InlineData("GIF89a/*\0\0\0*/=1;alert(1)")]
    [InlineData("GIF89a=1;alert(1)")]
    [InlineData("GIF89a\u0001\0\u0001\0\0\0\0<?php system($_GET[0]); ?>;")]
    public void A_picture_that_is_a_script_is_refused(string picture) => Refusal(Encoding.Latin1.GetBytes(picture), "logo.gif").Should().Be("two-contents");

    [Fact]
    public void A_picture_that_describes_itself_in_XML_is_one_thing() =>
        Refusal([.. Png, .. "<?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'></x:xmpmeta>"u8], "logo.png").Should().Be("picture");

    [Theory]
    [InlineData("invoice.pdf.exe")]
    [InlineData("invoice.hta")]
    [InlineData("invoice.html")]
    [InlineData("invoice.zip")]
    [InlineData("invoice.jar")]
    public void A_PDF_whose_name_makes_it_run_or_unpack_is_refused(string name) => Refusal(Pdf, name).Should().Be("two-contents");

    [Fact]
    public void An_invoice_whose_name_says_that_it_is_something_else_is_read_and_said_to_be_so() =>
        Read(Pdf, "invoice.xml").Invoices.Single().Warnings.Should().Contain(w => w.Code == "name-claims-other" && w.Text.Contains("is a PDF, and its name says that it is an XML", StringComparison.Ordinal));

    [Fact]
    public void One_that_is_called_what_it_is_says_nothing() => Read(Pdf, "invoice.pdf").Invoices.Single().Warnings.Should().NotContain(w => w.Code == "name-claims-other");

    private static string Refusal(byte[] bytes, string name) => Read(bytes, name).Outcome.Refusal!.Code.Text;

    private static Reading Read(byte[] bytes, string name) => DocumentReader.Read(name, bytes, ReadLimits.Default, TestContext.Current.CancellationToken);
}
