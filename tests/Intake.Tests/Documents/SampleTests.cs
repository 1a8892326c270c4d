using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Documents;

public sealed class SampleTests
{
    [Fact]
    public void The_sample_mail_is_read_to_what_went_into_it()
    {
        var reading = Read("invoice.eml", SampleEmail.With(SampleCatalogue.Hosting).ToBytes());

        reading.Mail!.From.Should().Be("factures@fournisseur.example");
        reading.Mail.HasHtml.Should().BeTrue();
        reading.Mail.Files.Should().ContainSingle().Which.CleanName.Should().Be("F-2026-1.pdf");
        var facts = reading.Invoices.Should().ContainSingle().Which.Facts;
        facts.Number.Should().Be("F-2026-1");
        facts.IssueDate.Should().Be(new DateOnly(2026, 11, 20));
        facts.DueDates.Should().Equal(new DateOnly(2026, 12, 20));
        facts.Seller.Should().BeEquivalentTo(new { Name = "Hébergeur Dupont SARL", Siren = "303265045", Siret = "30326504500011", VatId = "FR40303265045" });
        facts.Ibans.Should().Equal("FR7630006000011234567890189");
        facts.Totals.Should().BeEquivalentTo(new { Net = 29.33m, Vat = 5.87m, Gross = 35.20m, Due = 35.20m });
        facts.Lines.Select(l => (l.Name, l.Quantity, l.UnitPrice, l.NetAmount)).Should().Equal(("VPS", 2m, 10.50m, 21.00m), ("Nom de domaine", 1m, 8.33m, 8.33m));
    }

    [Fact]
    public void The_sample_invoice_fits_exactly_and_gives_no_warning()
    {
        var invoice = Read("invoice.pdf", SamplePdf.Of(SampleCatalogue.Hosting)).Invoices.Single();
        var prepared = PreparedInvoice.Of(invoice, TestInvoice.Context, VatRounding.PerLine);
        prepared.Fit.Exact.Should().BeTrue();
        prepared.Fit.Predicted.Should().BeEquivalentTo(new { Net = 29.33m, Vat = 5.87m, Gross = 35.20m });
        prepared.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_fact_says_which_file_and_which_term_it_is_from()
    {
        var facts = Read("invoice.eml", SampleEmail.With(SampleCatalogue.Hosting).ToBytes()).Invoices.Single().Facts;
        facts.Sources.Of("BT-31").Should().Be("F-2026-1.pdf/factur-x.xml#BT-31");
        facts.Sources.Of("BT-131", 2).Should().Be("F-2026-1.pdf/factur-x.xml#BT-131/2");
        facts.Sources.XmlLine("BT-1").Should().Be(9);
        facts.Sources.Of("BT-114").Should().BeNull();
    }

    [Fact]
    public void The_same_sample_gives_the_same_bytes() =>
        SampleEmail.With(SampleCatalogue.Mixed).ToBytes().Should().Equal(SampleEmail.With(SampleCatalogue.Mixed).ToBytes());

    [Fact]
    public void Case_13_the_XML_is_found_in_the_PDF_under_any_name() =>
        Read("x.pdf", SamplePdf.Of(SampleCatalogue.Hosting, SampleXml.Of(SampleCatalogue.Hosting), "données (1).bin"))
            .Outcome.Should().BeOfType<DocumentOutcome.Parsed>();

    private static Reading Read(string name, byte[] bytes) =>
        DocumentReader.Read(name, bytes, ReadLimits.Default, TestContext.Current.CancellationToken);
}
