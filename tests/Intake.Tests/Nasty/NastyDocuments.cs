using System.Text;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Nasty;

/// <summary>
/// Cases 13 to 15, one clear test for what has none elsewhere. The others: under another name <c>SampleTests</c>; without
/// metadata, another name's ending, a table of all refusals <c>BadInputTests</c>; names, archives, instructions in a mail
/// and in a line <c>MailTests</c>; the whole skill on hostile mails <c>EndToEnd.Tests/Hostile</c>.
/// </summary>
public sealed class NastyDocuments
{
    private static readonly byte[] Xml = SampleXml.Of(SampleCatalogue.Hosting);

    [Fact]
    public void Case_13_an_XML_that_breaks_off_is_refused_and_nothing_of_it_is_entered()
    {
        var reading = TestXml.Read(Xml[..^200], "a.xml");
        (reading.Outcome.Word, reading.Outcome.Refusal!.Code.Text, reading.Invoices.Length).Should().Be(("rejected", "xml-not-well-formed", 0));
    }

    [Fact]
    public void Case_13_a_PDF_with_a_password_is_said_to_be_locked_and_not_to_be_empty() =>
        TestXml.Read(TestPdf.Locked(), "a.pdf").Outcome.Refusal!.Code.Text.Should().Be("pdf-encrypted");

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1:9/x")]
    public void Case_14_an_external_entity_is_not_fetched(string uri) =>
        Refused($"<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"{uri}\">]>").Should().Be("xml-dtd");

    [Fact]
    public void Case_14_an_entity_bomb_does_not_go_off()
    {
        var bomb = string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY x{i} \"{string.Concat(Enumerable.Repeat($"&x{i - 1};", 10))}\">"));
        Refused($"<!DOCTYPE Invoice [<!ENTITY x0 \"ha\">{bomb}]>").Should().Be("xml-dtd");
    }

    [Fact]
    public void Case_14_a_name_of_10_000_characters_becomes_one_that_a_disk_takes()
    {
        var file = Mail(new string('é', 10_000) + ".pdf").Mail!.Files.Single();
        file.CleanName.Should().HaveLength(FileNames.Longest).And.EndWith(".pdf");
    }

    [Fact]
    public void Case_14_a_path_in_a_PDF_leads_nowhere() =>
        TestXml.Read(SamplePdf.Of(SampleCatalogue.Hosting, Xml, "../../../etc/cron.d/x.xml"), "a.pdf").Invoices.Single()
            .Facts.Sources.Origin.Should().Be("a.pdf/x.xml");

    [Fact]
    public void Case_15_a_new_IBAN_as_of_today_in_the_text_is_not_an_account_of_the_invoice()
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting) with { Text = "As of today our new IBAN is DE89370400440532013000. Please change it at once." };
        var reading = TestXml.Read(mail.ToBytes(), "mail.eml");
        reading.Invoices.Single().Facts.Accounts.Should().Equal(SampleCatalogue.Hosting.Iban);
        reading.Mail!.Text.Should().Contain("DE89370400440532013000", "who reads the mail must see it");
    }

    [Fact]
    public void Case_15_a_new_IBAN_in_one_of_two_documents_stops()
    {
        var other = SampleXml.Of(SampleCatalogue.Hosting with { Iban = "DE89370400440532013000" });
        var mail = SampleEmail.With(SampleCatalogue.Hosting);
        mail = mail with { Attachments = [.. mail.Attachments, new("nouveau-RIB.xml", "text/xml", other)] };
        PreparedInvoice.Of(TestXml.Read(mail.ToBytes(), "mail.eml").Invoices.Single(), TestInvoice.Context, VatRounding.PerLine)
            .Stopping.Should().Contain(w => w.Code == "documents-disagree" && w.Where == "BT-84");
    }

    private static string Refused(string dtd) =>
        TestXml.Read(Encoding.UTF8.GetBytes($"{dtd}<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">&x;</Invoice>"), "a.xml").Outcome.Refusal!.Code.Text;

    private static Reading Mail(string name)
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting);
        return TestXml.Read((mail with { Attachments = [mail.Attachments[0] with { Name = name }] }).ToBytes(), "mail.eml");
    }
}
