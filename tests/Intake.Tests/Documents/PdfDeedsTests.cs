namespace DolibarrAgent.Intake.Tests.Documents;

public sealed class PdfDeedsTests
{
    [Theory]
    [InlineData("/S /JavaScript /JS (app.alert)", "JavaScript")]
    [InlineData("/Type /Action /S /J#61vaScript /#4aS (app.alert)", "JavaScript")]
    [InlineData("/S /Launch /F (calc.exe)", "Launch")]
    [InlineData("/S /SubmitForm /F (http://evil.example)", "SubmitForm")]
    [InlineData("/S /ImportData /F (x.fdf)", "ImportData")]
    public void What_acts_is_found_in_packed_objects(string action, string deed) => DeedsOf(new ActingPdf(action)).Should().Equal(deed);

    [Fact]
    public void Also_where_the_object_stream_does_not_say_that_it_is_one() =>
        DeedsOf(new ActingPdf("/S /JavaScript /JS (x)") { Type = "" }).Should().Equal("JavaScript");

    [Fact]
    public void Also_where_it_is_encrypted_with_the_password_of_nothing() =>
        DeedsOf(new ActingPdf("/S /JavaScript /JS (x)") { IsEncrypted = true }).Should().Equal("JavaScript");

    [Fact]
    public void A_program_among_its_files_is_found() =>
        DeedsOf(new ActingPdf("/S /GoTo /D [3 0 R /Fit]") { InCatalog = "/AF [<< /Type /Filespec /UF (pay.pdf.exe) /EF << /F 3 0 R >> >>]" }).Should().Equal("the file pay.pdf.exe");

    [Theory]
    [InlineData("/S /GoTo /D [3 0 R /Fit]")]
    [InlineData("/S /URI /URI (https://dupont.example)")]
    [InlineData("/S /Named /N /NextPage")]
    public void A_place_or_a_link_is_nothing_to_be_told_of(string action) => DeedsOf(new ActingPdf(action)).Should().BeEmpty();

    [Fact]
    public void What_a_PDF_inside_an_XML_does_is_told_with_the_invoice()
    {
        var pdf = Convert.ToBase64String(new ActingPdf("/S /Launch /F (calc.exe)").ToBytes());
        var xml = TestUbl.Invoice($"<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"F.pdf\">{pdf}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>");

        TestXml.Read(xml, "F.xml").Invoices.Single().Warnings.Should().Contain(w => w.Code == "pdf-acts" && w.Text.Contains("'F.pdf'", StringComparison.Ordinal) && w.Text.Contains("Launch", StringComparison.Ordinal));
    }

    private static IReadOnlyCollection<string> DeedsOf(ActingPdf pdf) => PdfAttachments.Take(pdf.ToBytes(), ReadLimits.Default).Deeds;
}
