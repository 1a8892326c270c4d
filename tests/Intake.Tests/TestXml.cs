using System.Globalization;
using System.Text;

namespace DolibarrAgent.Intake.Tests;

/// <summary>Small documents written by hand, for what no well-behaved writer would make.</summary>
internal static class TestXml
{
    /// <summary>A CII document with these lines and this settlement, both as XML inside their elements.</summary>
    public static byte[] Cii(string lines, string settlement, string type = "380", string number = "T-1") => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
          <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
          <rsm:ExchangedDocument><ram:ID>{number}</ram:ID><ram:TypeCode>{type}</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20261120</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
          <rsm:SupplyChainTradeTransaction>
            {lines}
            <ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Hébergeur Dupont SARL</ram:Name><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR40303265045</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty></ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeDelivery/>
            <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>{settlement}</ram:ApplicableHeaderTradeSettlement>
          </rsm:SupplyChainTradeTransaction>
        </rsm:CrossIndustryInvoice>
        """);

    /// <summary>A line; <paramref name="inside"/> goes into its settlement (allowances, say), <paramref name="head"/> beside its number.</summary>
    public static string Line(string net, string rate = "20", string? quantity = "1", string? price = null, string inside = "", string head = "", string basis = "") => $"""
        <ram:IncludedSupplyChainTradeLineItem>
          <ram:AssociatedDocumentLineDocument>{head}</ram:AssociatedDocumentLineDocument>
          <ram:SpecifiedTradeProduct><ram:Name>Thing</ram:Name></ram:SpecifiedTradeProduct>
          <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>{price ?? net}</ram:ChargeAmount>{(basis.Length > 0 ? $"<ram:BasisQuantity>{basis}</ram:BasisQuantity>" : "")}</ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
          <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="KGM">{quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
          <ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>{rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>{inside}<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>{net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
        </ram:IncludedSupplyChainTradeLineItem>
        """;

    /// <summary>An allowance or charge, of a line or (with a rate) of the document.</summary>
    public static string Allowance(string amount, bool isCharge, string? rate = null) => $"""
        <ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>{(isCharge ? "true" : "false")}</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>{amount}</ram:ActualAmount><ram:Reason>Because</ram:Reason>{(rate is null ? "" : $"<ram:CategoryTradeTax><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>{rate}</ram:RateApplicablePercent></ram:CategoryTradeTax>")}</ram:SpecifiedTradeAllowanceCharge>
        """;

    /// <summary>One VAT rate and the totals that follow from it; <paramref name="more"/> goes among the totals.</summary>
    public static string Totals(string basis, string vat, string rate = "20", string more = "", string? lineTotal = null)
    {
        var gross = decimal.Parse(basis, CultureInfo.InvariantCulture) + decimal.Parse(vat, CultureInfo.InvariantCulture);
        return $"""
            <ram:ApplicableTradeTax><ram:CalculatedAmount>{vat}</ram:CalculatedAmount><ram:BasisAmount>{basis}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>{rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
            <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>{lineTotal ?? basis}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>{basis}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">{vat}</ram:TaxTotalAmount><ram:GrandTotalAmount>{gross.ToString(CultureInfo.InvariantCulture)}</ram:GrandTotalAmount>{more}</ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            """;
    }

    /// <summary>What a document of ours becomes.</summary>
    public static PreparedInvoice Prepare(byte[] xml, VatRounding rounding = VatRounding.PerLine) =>
        PreparedInvoice.Of(Read(xml, "test.xml").Invoices.Single(), new CheckContext(new DateOnly(2026, 11, 23)), rounding);

    public static Reading Read(byte[] bytes, string name) =>
        DocumentReader.Read(name, bytes, ReadLimits.Default, TestContext.Current.CancellationToken);
}
