using System.Text;

namespace DolibarrAgent.Intake.Tests.Syntaxes;

/// <summary>What invoices travel in.</summary>
public sealed class EnvelopeTests
{
    private static readonly string Invoice = Encoding.UTF8.GetString(TestUbl.Invoice());
    private static readonly string Body = Invoice[(Invoice.IndexOf("?>", StringComparison.Ordinal) + 2)..];

    public static TheoryData<string, string> Envelopes => new()
    {
        { "SBDH", Sbdh(Body) },
        { "SBDH, in base64", Sbdh($"<p:BinaryContent xmlns:p=\"urn:p\" mimeType=\"application/xml\">{Convert.ToBase64String(Encoding.UTF8.GetBytes(Invoice))}</p:BinaryContent>") },
        { "SOAP", $"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header/><s:Body><o:Send xmlns:o=\"urn:o\">{Body}</o:Send></s:Body></s:Envelope>" },
        { "AttachedDocument, as text", Attached($"<cbc:Description><![CDATA[{Invoice}]]></cbc:Description>") },
        { "AttachedDocument, in base64", Attached($"<cbc:EmbeddedDocumentBinaryObject mimeCode=\"text/xml\">{Convert.ToBase64String(Encoding.UTF8.GetBytes(Invoice))}</cbc:EmbeddedDocumentBinaryObject>") },
    };

    [Theory]
    [MemberData(nameof(Envelopes))]
    public void The_invoice_is_taken_out_of_its_envelope(string envelope, string xml) =>
        Read(xml).Should().BeOfType<DocumentOutcome.Parsed>(envelope).Which.Facts.Number.Should().Be("U-1");

    [Fact]
    public void Two_invoices_in_one_envelope_are_not_chosen_between() =>
        Read(Sbdh(Body + Body)).Refusal!.Code.Text.Should().Be("several-invoices");

    [Fact]
    public void An_envelope_in_an_envelope_is_not_opened() =>
        Read(Attached($"<cbc:Description><![CDATA[{Attached($"<cbc:Description>{Convert.ToBase64String(Encoding.UTF8.GetBytes(Invoice))}</cbc:Description>")}]]></cbc:Description>"))
            .Should().BeOfType<DocumentOutcome.NotAnInvoice>();

    [Fact]
    public void An_entity_in_the_text_of_an_envelope_is_not_followed() =>
        Read(Attached("<cbc:Description><![CDATA[<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Invoice>&x;</Invoice>]]></cbc:Description>"))
            .Should().BeOfType<DocumentOutcome.NotAnInvoice>();

    private static string Sbdh(string inside) => $"<StandardBusinessDocument xmlns=\"http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader\"><StandardBusinessDocumentHeader/>{inside}</StandardBusinessDocument>";

    private static string Attached(string inside) => $"<AttachedDocument xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:AttachedDocument-2\" xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\" xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"><cbc:ID>A</cbc:ID><cac:Attachment><cac:ExternalReference>{inside}</cac:ExternalReference></cac:Attachment></AttachedDocument>";

    private static DocumentOutcome Read(string xml) => TestXml.Read(Encoding.UTF8.GetBytes(xml), "a.xml").Outcome;
}
