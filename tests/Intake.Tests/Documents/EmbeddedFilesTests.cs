using System.Text;
using DolibarrAgent.Intake.Tests.Containers;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Documents;

/// <summary>The files inside an invoice's XML.</summary>
public sealed class EmbeddedFilesTests
{
    private static readonly byte[] Pdf = TestPdf.WithPackedXml([1, 2, 3]);
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47];

    [Fact]
    public void The_PDF_in_a_UBL_invoice_is_attached_before_the_XML()
    {
        var xml = TestUbl.Invoice(Ubl("F.pdf", "application/pdf", Pdf));
        var invoice = TestXml.Read(xml, "F.xml").Invoices.Single();
        invoice.Files.Select(f => f.CleanName).Should().Equal("F.xml");
        invoice.Attachments.Select(f => f.Place).Should().Equal("F.xml/F.pdf", "F.xml");
        invoice.Attachments[0].Bytes.ToArray().Should().Equal(Pdf);
    }

    [Fact]
    public void The_PDF_in_a_CII_invoice_is_attached_too() =>
        TestXml.Read(TestXml.Cii(TestXml.Line("10.00"), TestXml.Totals("10.00", "2.00")
            + $"<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>1</ram:IssuerAssignedID><ram:AttachmentBinaryObject mimeCode=\"application/pdf\" filename=\"F.pdf\">{Convert.ToBase64String(Pdf)}</ram:AttachmentBinaryObject></ram:AdditionalReferencedDocument>"), "F.xml")
            .Invoices.Single().Attachments.Select(f => f.CleanName).Should().Equal("F.pdf", "F.xml");

    [Fact]
    public void Other_files_in_it_are_attached_behind_the_XML_under_the_kind_that_they_are()
    {
        var files = TestXml.Read(TestUbl.Invoice(Ubl("t.png", "application/pdf", Picture) + Ubl("", "text/csv", "a;b"u8.ToArray()) + Ubl("F.bin", "x/y", Pdf)), "F.xml").Invoices.Single().Attachments;
        files.Select(f => f.CleanName).Should().Equal("F.bin", "F.xml", "t.png", "attachment-2.csv");
        files[0].ContentType.Should().Be("application/pdf");
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("<root><x><script>alert(1)</script></x></root>")]
    [InlineData("Some words, then <SCRIPT>alert(1)</SCRIPT>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("MZ program")]
    public void What_would_act_when_it_is_opened_is_left_out_and_said(string content)
    {
        var invoice = TestXml.Read(TestUbl.Invoice(Ubl("F.pdf", "application/pdf", Encoding.ASCII.GetBytes(content))), "F.xml").Invoices.Single();
        invoice.Embedded.Should().BeEmpty();
        invoice.Warnings.Should().Contain(w => w.Code == "embedded-file-left-out" && w.Where == "BT-125");
    }

    [Fact]
    public void A_web_page_that_begins_late_is_left_out() => IsLeftOut("F", "x/y", Encoding.ASCII.GetBytes($"<!-- {new string('-', 600)} --><html></html>"));

    [Fact]
    public void A_script_in_wide_characters_is_left_out() => IsLeftOut("F", "x/y", Encoding.Unicode.GetBytes("\uFEFF<root><script>alert(1)</script></root>"));

    [Theory]
    [InlineData("F.hta")]
    [InlineData("F.vbs")]
    [InlineData("F.js")]
    [InlineData("F.ps1")]
    [InlineData("F.jar")]
    [InlineData("F.exe")]
    [InlineData("F.bat")]
    [InlineData("F.cmd")]
    [InlineData("F.com")]
    [InlineData("F.scr")]
    [InlineData("F.msi")]
    [InlineData("F.lnk")]
    [InlineData("F.docm")]
    [InlineData("F.search-ms")]
    [InlineData("F.xlsm")]
    [InlineData("F.pptm")]
    [InlineData("F.pdf.JS")]
    [InlineData("F.wsf ")]
    public void What_would_act_by_its_ending_is_left_out_whatever_is_in_it(string name) => IsLeftOut(name, "application/pdf", "harmless"u8.ToArray());

    [Fact]
    public void What_would_act_by_the_type_it_was_sent_under_is_left_out() => IsLeftOut("F", "text/html", "harmless"u8.ToArray());

    [Fact]
    public void A_workbook_with_macros_is_left_out_whatever_its_name() =>
        IsLeftOut("F.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", TestArchive.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<workbook/>"u8.ToArray()), ("xl/vbaProject.bin", [1])));

    [Fact]
    public void An_old_workbook_with_macros_is_left_out() =>
        IsLeftOut("F.xls", "application/vnd.ms-excel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[64], .. Encoding.Unicode.GetBytes("_VBA_PROJECT")]);

    [Fact]
    public void An_archive_with_a_program_in_it_is_left_out() => IsLeftOut("F.zip", "application/zip", TestArchive.Zip(("F.pdf", Pdf), ("F.exe", [1])));

    [Fact]
    public void A_workbook_and_an_archive_of_plain_files_are_kept()
    {
        var workbook = TestArchive.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<workbook/>"u8.ToArray()), ("xl/media/image1.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray()));
        TestXml.Read(TestUbl.Invoice(Ubl("F.xlsx", "application/zip", workbook) + Ubl("F.zip", "application/zip", TestArchive.Zip(("F.pdf", Pdf)))), "F.xml").Invoices.Single().Embedded.Select(f => f.CleanName).Should().Equal("F.xlsx", "F.zip");
    }

    [Fact]
    public void A_file_in_it_that_is_broken_is_said() =>
        TestXml.Read(TestUbl.Invoice("<cac:AdditionalDocumentReference><cac:Attachment><cbc:EmbeddedDocumentBinaryObject filename=\"F.pdf\">!!</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"), "F.xml")
            .Invoices.Single().Warnings.Should().Contain(w => w.Code == "embedded-file-unreadable" && w.Text.Contains("F.pdf"));

    [Fact]
    public void More_files_than_it_may_hold_are_counted()
    {
        var files = string.Concat(Enumerable.Range(0, 4).Select(i => Ubl($"{i}.png", "image/png", [.. Picture, (byte)i])));
        var invoice = DocumentReader.Read("F.xml", TestUbl.Invoice(files), ReadLimits.Default with { EmbeddedFiles = 3 }, TestContext.Current.CancellationToken).Invoices.Single();
        invoice.Embedded.Should().HaveCount(3);
        invoice.Warnings.Should().Contain(w => w.Code == "embedded-too-many");
    }

    [Fact]
    public void Those_in_the_envelope_count_with_those_in_the_invoice()
    {
        var files = string.Concat(Enumerable.Range(0, 4).Select(i => $"<B><cbc:EmbeddedDocumentBinaryObject filename=\"{i}.pdf\">{Convert.ToBase64String([.. Pdf, (byte)i])}</cbc:EmbeddedDocumentBinaryObject></B>"));
        var envelope = $"<AttachedDocument xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:AttachedDocument-2\" xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"><A><cbc:EmbeddedDocumentBinaryObject>{Convert.ToBase64String(TestUbl.Invoice())}</cbc:EmbeddedDocumentBinaryObject></A>{files}</AttachedDocument>";
        DocumentReader.Read("F.xml", Encoding.UTF8.GetBytes(envelope), ReadLimits.Default with { EmbeddedFiles = 3 }, TestContext.Current.CancellationToken).Invoices.Single()
            .Warnings.Should().Contain(w => w.Code == "embedded-too-many");
    }

    [Fact]
    public void The_same_PDF_inside_the_XML_and_beside_it_is_attached_once_and_no_other_document()
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting) with { Attachments = [new("F.xml", "application/xml", TestUbl.Invoice(Ubl("F.pdf", "application/pdf", Pdf))), new("copy.pdf", "application/pdf", Pdf)] };
        var invoice = TestXml.Read(mail.ToBytes(), "mail.eml").Invoices.Single();
        invoice.Attachments.Should().HaveCount(2);
        invoice.Warnings.Should().NotContain(w => w.Code == "other-document-unread");
    }

    [Fact]
    public void A_PDF_inside_the_XML_that_carries_another_amount_stops()
    {
        var sample = SampleCatalogue.Hosting;
        var other = SamplePdf.Of(sample with { Lines = [new("VPS", 2, 99m, 20)] });
        var xml = Encoding.UTF8.GetString(SampleXml.Of(sample)).Replace("<ram:ApplicableHeaderTradeDelivery", $"<ram:AdditionalReferencedDocument><ram:AttachmentBinaryObject filename=\"F.pdf\">{Convert.ToBase64String(other)}</ram:AttachmentBinaryObject></ram:AdditionalReferencedDocument><ram:ApplicableHeaderTradeDelivery", StringComparison.Ordinal);
        var invoice = TestXml.Read(Encoding.UTF8.GetBytes(xml), "F.xml").Invoices.Single();
        invoice.Embedded.Should().ContainSingle();
        invoice.Warnings.Should().Contain(w => w.Code == "documents-disagree" && w.Where == "BT-112");
    }

    [Fact]
    public void A_PDF_inside_the_XML_that_carries_another_invoice_is_said_and_attached()
    {
        var other = SamplePdf.Of(SampleCatalogue.Hosting);
        var invoice = TestXml.Prepare(TestUbl.Invoice(Ubl("F.pdf", "application/pdf", Pdf) + Ubl("G.pdf", "application/pdf", other)));
        invoice.Invoice.Embedded.Should().HaveCount(2);
        invoice.Stopping.Should().BeEmpty();
        invoice.Warnings.Should().ContainSingle(w => w.Code == "embedded-invoice").Which.Text.Should().Contain("G.pdf").And.Contain(SampleCatalogue.Hosting.Number);
    }

    [Fact]
    public void An_XML_inside_the_XML_that_is_another_invoice_is_said() =>
        TestXml.Prepare(TestUbl.Invoice(Ubl("G.xml", "application/xml", SampleXml.Of(SampleCatalogue.Hosting)))).Warnings.Should().ContainSingle(w => w.Code == "embedded-invoice");

    [Fact]
    public void The_invoice_in_an_envelope_is_not_a_file_of_its_own()
    {
        var envelope = $"<AttachedDocument xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:AttachedDocument-2\" xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"><A><cbc:EmbeddedDocumentBinaryObject>{Convert.ToBase64String(TestUbl.Invoice())}</cbc:EmbeddedDocumentBinaryObject></A><B><cbc:EmbeddedDocumentBinaryObject filename=\"F.pdf\">{Convert.ToBase64String(Pdf)}</cbc:EmbeddedDocumentBinaryObject></B></AttachedDocument>";
        TestXml.Read(Encoding.UTF8.GetBytes(envelope), "F.xml").Invoices.Single().Embedded.Select(f => f.CleanName).Should().Equal("F.pdf");
    }

    private static void IsLeftOut(string name, string type, byte[] content)
    {
        var invoice = TestXml.Read(TestUbl.Invoice(Ubl(name, type, content)), "F.xml").Invoices.Single();
        invoice.Embedded.Should().BeEmpty();
        invoice.Warnings.Should().Contain(w => w.Code == "embedded-file-left-out" && w.Where == "BT-125");
    }

    private static string Ubl(string name, string type, byte[] content) =>
        $"<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode=\"{type}\"{(name.Length > 0 ? $" filename=\"{name}\"" : "")}>{Convert.ToBase64String(content)}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";
}
