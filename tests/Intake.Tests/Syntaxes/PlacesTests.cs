using System.Text;

namespace DolibarrAgent.Intake.Tests.Syntaxes;

/// <summary>Where the syntaxes may put a term, on documents of our own.</summary>
public sealed class PlacesTests
{
    [Fact]
    public void A_UBL_invoice_is_read_to_its_terms_and_gives_no_warning()
    {
        var parsed = Parsed(TestUbl.Invoice());
        parsed.Facts.Should().BeEquivalentTo(new { Number = "U-1", TypeCode = "380", IssueDate = new DateOnly(2026, 11, 20), Currency = "EUR" });
        parsed.Facts.Seller.Should().BeEquivalentTo(new { Name = "Hébergeur Dupont SARL", TradingName = "Dupont", VatId = "FR40303265045", Siren = "303265045", Country = "FR" });
        parsed.Facts.Ibans.Should().Equal("FR7630006000011234567890189");
        parsed.Facts.Totals.Should().BeEquivalentTo(new { Net = 100m, Vat = 20m, Gross = 120m, Due = 120m });
        parsed.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_UBL_credit_note_is_read_under_its_own_names()
    {
        var facts = Parsed(TestUbl.CreditNote()).Facts;
        facts.Syntax.Should().Be(InvoiceSyntax.UblCreditNote);
        (facts.TypeCode, facts.IssueDate, facts.DueDates.Single()).Should().Be(("381", new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 20)));
        facts.Preceding.Should().Equal(new PrecedingInvoice("U-0", new(2026, 10, 1)));
        facts.Lines.Single().Quantity.Should().Be(4);
    }

    [Fact]
    public void A_ZUGFeRD_1_invoice_is_read_under_its_own_names()
    {
        var parsed = Parsed(TestZugferd1.Invoice());
        parsed.Facts.Seller.Should().BeEquivalentTo(new { VatId = "FR40303265045", TaxNumber = "201/113" });
        parsed.Facts.Totals.Should().BeEquivalentTo(new { Net = 110m, Charges = 10m, Vat = 22m, Gross = 132m });
        parsed.Facts.AllowancesAndCharges.Single().Should().BeEquivalentTo(new { IsCharge = true, Amount = 10m, VatRate = 20m, Reason = "Versand" });
        parsed.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Every_means_of_payment_gives_its_account() =>
        Parsed(TestUbl.Invoice("<cac:PaymentMeans><cac:PayeeFinancialAccount><cbc:ID>DE89370400440532013000</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>"))
            .Facts.Ibans.Should().Equal("FR7630006000011234567890189", "DE89370400440532013000");

    [Fact]
    public void An_IBAN_where_CII_puts_other_accounts_is_one_to_compare()
    {
        var facts = Parsed(Cii("<ram:SpecifiedTradeSettlementPaymentMeans><ram:PayeePartyCreditorFinancialAccount><ram:ProprietaryID>DE89 3704 0044 0532 0130 00</ram:ProprietaryID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>")).Facts;
        facts.Ibans.Should().Equal("DE89370400440532013000");
        facts.Accounts.Should().Equal("DE89 3704 0044 0532 0130 00");
        facts.AccountsAsWritten.Should().BeEmpty();
    }

    [Fact]
    public void The_tax_representative_is_nobody_else()
    {
        var facts = Parsed(TestUbl.Invoice("<cac:TaxRepresentativeParty><cac:PartyName><cbc:Name>Agent</cbc:Name></cac:PartyName><cac:PartyTaxScheme><cbc:CompanyID>FR22424761419</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme></cac:TaxRepresentativeParty>")).Facts;
        facts.TaxRepresentative.Should().BeEquivalentTo(new { Name = "Agent", VatId = "FR22424761419" });
        facts.Seller.VatId.Should().Be("FR40303265045");
        facts.Sources.Of("BT-63").Should().Be("a.xml#BT-63");
    }

    [Theory]
    [InlineData("<cac:PartyIdentification><cbc:ID schemeID=\"0009\">303 265 045 00011</cbc:ID></cac:PartyIdentification>", "30326504500011")]
    [InlineData("<cac:PartyIdentification><cbc:ID schemeID=\"0088\">30326504500011</cbc:ID></cac:PartyIdentification>", null)]
    public void A_SIRET_is_one_by_its_scheme_alone(string party, string? siret) =>
        Parsed(TestUbl.Invoice(party: party)).Facts.Seller.Siret.Should().Be(siret);

    [Theory]
    [InlineData("<cbc:DueDate>2026-12-20+01:00</cbc:DueDate>")]
    [InlineData("<cac:PaymentMeans><cbc:PaymentDueDate>2026-12-20</cbc:PaymentDueDate></cac:PaymentMeans>")]
    [InlineData("<cac:PaymentTerms><cbc:PaymentDueDate>2026-12-20</cbc:PaymentDueDate></cac:PaymentTerms>")]
    [InlineData("<cac:PaymentTerms><cbc:InstallmentDueDate>2026-12-20</cbc:InstallmentDueDate></cac:PaymentTerms>")]
    public void The_due_date_is_found_wherever_UBL_may_put_it(string due) =>
        Parsed(TestUbl.Invoice(due: due)).Facts.DueDates.Should().Equal(new DateOnly(2026, 12, 20));

    [Fact]
    public void The_same_VAT_in_the_tax_currency_is_not_the_documents()
    {
        var parsed = Parsed(TestUbl.Invoice("<cac:TaxTotal><cbc:TaxAmount currencyID=\"SEK\">230.00</cbc:TaxAmount></cac:TaxTotal>"));
        (parsed.Facts.Totals.Vat, parsed.Facts.Totals.VatInTaxCurrency).Should().Be((20m, 230m));
        parsed.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void An_amount_in_another_currency_than_the_documents_stops()
    {
        var xml = Encoding.UTF8.GetString(TestUbl.Invoice()).Replace("<cbc:PayableAmount currencyID=\"EUR\">", "<cbc:PayableAmount currencyID=\"USD\">", StringComparison.Ordinal);
        TestXml.Prepare(Encoding.UTF8.GetBytes(xml)).Stopping.Should().Contain(w => w.Code == "currency-mixed" && w.Where == "BT-115" && w.Text.Contains("USD"));
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    public void An_indicator_is_understood_in_every_way_it_is_written(string text, bool isCharge)
    {
        var parsed = Parsed(TestUbl.Invoice(Allowance($"<cbc:ChargeIndicator>{text}</cbc:ChargeIndicator>", "3.00")));
        parsed.Facts.AllowancesAndCharges.Single().IsCharge.Should().Be(isCharge);
        parsed.Warnings.Should().NotContain(w => w.Code == "charge-indicator");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<cbc:ChargeIndicator>charge</cbc:ChargeIndicator>")]
    public void An_indicator_that_says_neither_is_told(string indicator) =>
        Parsed(TestUbl.Invoice(Allowance(indicator, "3.00"))).Warnings.Should().Contain(w => w.Code == "charge-indicator");

    [Fact]
    public void An_allowance_of_a_percentage_alone_is_told_and_not_worked_out()
    {
        var parsed = Parsed(TestUbl.Invoice(line: "<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric></cac:AllowanceCharge>"));
        parsed.Facts.Lines.Single().AllowancesAndCharges.Single().Amount.Should().BeNull();
        parsed.Warnings.Should().ContainSingle(w => w.Code == "allowance-without-amount" && w.Where == "BG-27/28/1" && w.Text.Contains("10 %"));
    }

    [Fact]
    public void A_term_in_a_namespace_that_is_not_an_invoice_syntaxs_is_none() =>
        Parsed(TestUbl.Invoice(party: "<x:PartyLegalEntity xmlns:x=\"urn:x\"><x:RegistrationName>Somebody else</x:RegistrationName></x:PartyLegalEntity>"))
            .Facts.Seller.Name.Should().Be("Hébergeur Dupont SARL");

    [Fact]
    public void A_period_of_a_line_that_is_not_a_date_is_told() =>
        Parsed(TestUbl.Invoice(line: "<cac:InvoicePeriod><cbc:StartDate>May</cbc:StartDate></cac:InvoicePeriod>"))
            .Warnings.Should().ContainSingle(w => w.Code == "date-not-understood" && w.Where == "BT-134/1");

    private static string Allowance(string indicator, string amount) =>
        $"<cac:AllowanceCharge>{indicator}<cbc:Amount currencyID=\"EUR\">{amount}</cbc:Amount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent></cac:TaxCategory></cac:AllowanceCharge>";

    private static byte[] Cii(string settlement) => TestXml.Cii(TestXml.Line("10.00"), settlement + TestXml.Totals("10.00", "2.00"));

    private static DocumentOutcome.Parsed Parsed(byte[] xml) => TestXml.Read(xml, "a.xml").Outcome.Should().BeOfType<DocumentOutcome.Parsed>().Subject;
}
