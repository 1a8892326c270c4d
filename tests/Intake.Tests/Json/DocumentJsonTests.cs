using System.Text.Json;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Json;

public sealed class DocumentJsonTests
{
    [Fact]
    public void An_invoice_is_one_line_with_all_its_members()
    {
        var line = Lines(SampleEmail.With(SampleCatalogue.Hosting).ToBytes(), "mail.eml").Should().ContainSingle().Which;
        line.Should().NotContain("\n");
        using var json = JsonDocument.Parse(line);
        json.RootElement.EnumerateObject().Select(m => m.Name).Should().Equal(
            "file", "outcome", "syntax", "profile", "guideline", "number", "typeCode", "test", "copy", "issueDate", "dueDates", "currency", "taxCurrency", "preceding", "seller", "buyer", "ibans", "payment", "related", "deliveryDate", "period", "totals", "vatBreakdown",
            "allowancesAndCharges", "lines", "sources", "dolibarr");
        json.RootElement.GetProperty("file").GetString().Should().Be("mail.eml");
        json.RootElement.GetProperty("outcome").GetString().Should().Be("parsed");
    }

    [Fact]
    public void Amounts_are_strings_with_the_digits_of_the_document()
    {
        using var json = JsonDocument.Parse(Lines(TestXml.Cii(TestXml.Line("10.0", quantity: "4.000", price: "2.50"), TestXml.Totals("10.0", "2")), "a.xml").Single());
        json.RootElement.GetProperty("totals").GetProperty("net").GetString().Should().Be("10.0");
        json.RootElement.GetProperty("totals").GetProperty("due").ValueKind.Should().Be(JsonValueKind.Null);
        json.RootElement.GetProperty("lines")[0].GetProperty("quantity").GetString().Should().Be("4.000");
        json.RootElement.GetProperty("dolibarr").GetProperty("gross").GetString().Should().Be("12.00");
        json.RootElement.GetProperty("dolibarr").GetProperty("lines")[0].GetProperty("unitPrice").GetString().Should().Be("2.5");
    }

    [Fact]
    public void Each_fact_of_the_header_says_where_it_stands_in_which_file()
    {
        using var json = JsonDocument.Parse(Lines(SampleEmail.With(SampleCatalogue.Hosting).ToBytes(), "mail.eml").Single());
        json.RootElement.GetProperty("sources").GetProperty("BT-31").GetString().Should().Be("F-2026-1.pdf/factur-x.xml#BT-31");
    }

    [Fact]
    public void A_refusal_is_one_line_with_its_reason()
    {
        using var json = JsonDocument.Parse(Lines("nothing"u8.ToArray(), "x.txt").Single());
        json.RootElement.GetProperty("outcome").GetString().Should().Be("not-an-invoice");
        json.RootElement.GetProperty("reason").GetProperty("code").GetString().Should().Be("unknown-content");
    }

    [Fact]
    public void Several_invoices_in_a_mail_are_a_line_each()
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting);
        mail = mail with { Attachments = [mail.Attachments[0], new("b.pdf", "application/pdf", SamplePdf.Of(SampleCatalogue.Mixed))] };
        Lines(mail.ToBytes(), "mail.eml").Select(l => JsonDocument.Parse(l).RootElement.GetProperty("file").GetString())
            .Should().Equal("mail.eml#F-2026-1.pdf", "mail.eml#b.pdf");
    }

    [Fact]
    public void What_a_terminal_could_act_on_is_escaped()
    {
        var line = Lines(SampleXml.Of(SampleCatalogue.Hosting with { Lines = [new("a\u202Eb\u009Bc", 1, 1, 20)] }), "a.xml").Single();
        line.Should().Contain("\\u202E").And.Contain("\\u009B").And.Contain("Hébergeur");
    }

    private static IEnumerable<string> Lines(byte[] bytes, string name) =>
        DocumentJson.Lines(TestXml.Read(bytes, name), TestInvoice.Context, VatRounding.PerLine);
}
