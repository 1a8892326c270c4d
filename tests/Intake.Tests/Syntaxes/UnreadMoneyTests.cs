namespace DolibarrAgent.Intake.Tests.Syntaxes;

/// <summary>Money in elements that are in no norm: wherever it stands and however it is written, it is reported.</summary>
public sealed class UnreadMoneyTests
{
    private const string Foreign = "<x:Fee xmlns:x=\"urn:x\">7.50</x:Fee>";

    public static TheoryData<string, byte[]> Places => new()
    {
        { "CII settlement", Cii(settlement: "<ram:SpecifiedSurpriseFee><ram:ActualAmount>7.50</ram:ActualAmount></ram:SpecifiedSurpriseFee>") },
        { "CII settlement, no amount by name or currency", Cii(settlement: "<ram:SurpriseFee>7.50</ram:SurpriseFee>") },
        { "CII settlement, comma", Cii(settlement: "<ram:SurpriseFee>7,50</ram:SurpriseFee>") },
        { "CII settlement, foreign namespace", Cii(settlement: Foreign) },
        { "CII settlement, an attribute", Cii(settlement: "<ram:SurpriseFee totalAmount=\"7.50\"/>") },
        { "CII totals", TestXml.Cii(TestXml.Line("10.00"), TestXml.Totals("10.00", "2.00", more: "<ram:SurpriseTotalAmount>7.50</ram:SurpriseTotalAmount>")) },
        { "CII totals, a second gross", TestXml.Cii(TestXml.Line("10.00"), TestXml.Totals("10.00", "2.00", more: "<ram:GrandTotalAmount>7.50</ram:GrandTotalAmount>")) },
        { "CII line", Cii(line: "<ram:SurpriseCharge><ram:Amount>7.50</ram:Amount></ram:SurpriseCharge>") },
        { "CII allowance", Cii(line: "<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator>true</ram:ChargeIndicator><ram:ActualAmount>0</ram:ActualAmount><ram:SurpriseAmount>7.50</ram:SurpriseAmount></ram:SpecifiedTradeAllowanceCharge>") },
        { "ZUGFeRD 1 settlement", TestZugferd1.Invoice("<ram:SurpriseAmount currencyID=\"EUR\">7.50</ram:SurpriseAmount>") },
        { "UBL header", TestUbl.Invoice("<cac:Surprise><cbc:Fee currencyID=\"EUR\">7.50</cbc:Fee></cac:Surprise>") },
        { "UBL header, prepaid in parts", TestUbl.Invoice("<cac:PrepaidPayment><cbc:PaidAmount currencyID=\"EUR\">7.50</cbc:PaidAmount></cac:PrepaidPayment>") },
        { "UBL header, a second VAT total", TestUbl.Invoice("<cac:TaxTotal><cbc:TaxAmount currencyID=\"EUR\">7.50</cbc:TaxAmount></cac:TaxTotal>") },
        { "UBL line", TestUbl.Invoice(line: "<cbc:SurpriseAmount currencyID=\"EUR\">7.50</cbc:SurpriseAmount>") },
        { "UBL line's VAT", TestUbl.Invoice(line: "<cac:TaxTotal><cbc:TaxAmount currencyID=\"EUR\">20.00</cbc:TaxAmount><cbc:SurpriseAmount currencyID=\"EUR\">7.50</cbc:SurpriseAmount></cac:TaxTotal>") },
        { "UBL line, foreign namespace", TestUbl.Invoice(line: Foreign) },
        { "UBL credit note", TestUbl.CreditNote("<cbc:SurpriseAmount>7.50</cbc:SurpriseAmount>") },
        { "UBL extension", TestUbl.Invoice("<ext:UBLExtensions xmlns:ext=\"urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2\"><ext:UBLExtension><ext:ExtensionContent>" + Foreign + "</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>") },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void It_is_reported_wherever_it_stands(string place, byte[] xml)
    {
        var warnings = ((DocumentOutcome.Parsed)TestXml.Read(xml, "a.xml").Outcome).Warnings.Where(w => w.Code == "money-not-used");
        warnings.Should().ContainSingle(place).Which.Text.Should().ContainAny("says 7.50", "says 7,50");
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("٧٫٥٠")]
    [InlineData("7.50 EUR")]
    public void It_is_reported_though_it_is_not_a_number_that_can_be_computed_with(string text) =>
        ((DocumentOutcome.Parsed)TestXml.Read(TestUbl.Invoice($"<cbc:SurpriseAmount currencyID=\"EUR\">{text}</cbc:SurpriseAmount>"), "a.xml").Outcome)
            .Warnings.Should().ContainSingle(w => w.Code == "money-not-used" && w.Text.Contains(text));

    [Theory]
    [InlineData("<cbc:SurpriseAmount currencyID=\"EUR\">0.00</cbc:SurpriseAmount>")]
    [InlineData("<cbc:SurprisePercent>7.50</cbc:SurprisePercent>")]
    [InlineData("<cbc:SurpriseQuantity>7.50</cbc:SurpriseQuantity>")]
    [InlineData("<cbc:UBLVersionID>2.15</cbc:UBLVersionID>")]
    public void What_is_nothing_or_no_money_is_not(string element) =>
        ((DocumentOutcome.Parsed)TestXml.Read(TestUbl.Invoice(element), "a.xml").Outcome).Warnings.Should().BeEmpty();

    private static byte[] Cii(string settlement = "", string line = "") =>
        TestXml.Cii(TestXml.Line("10.00", inside: line), settlement + TestXml.Totals("10.00", "2.00"));
}
