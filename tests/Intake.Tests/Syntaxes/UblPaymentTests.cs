using System.Text;

namespace DolibarrAgent.Intake.Tests.Syntaxes;

/// <summary>The days that a UBL document gives by themselves, and dates that no invoice has.</summary>
public sealed class UblPaymentTests
{
    [Fact]
    public void Days_of_payment_terms_are_read() => Prepare(Terms(Period("30"))).Invoice.Facts.PaymentDays.Should().Be(30);

    [Fact]
    public void Days_beside_a_discount_are_those_of_the_discount()
    {
        Prepare(Terms("<cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent>" + Period("10"))).Invoice.Facts.PaymentDays.Should().BeNull();
        Prepare(Terms("<cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent>" + Period("10")) + Terms(Period("30"))).Invoice.Facts.PaymentDays.Should().Be(30);
    }

    [Fact]
    public void A_discount_of_nothing_is_none() =>
        Prepare(Terms("<cbc:SettlementDiscountPercent>0.00</cbc:SettlementDiscountPercent>" + Period("30"))).Invoice.Facts.PaymentDays.Should().Be(30);

    [Theory]
    [InlineData("4000000")]
    [InlineData("367")]
    [InlineData("thirty")]
    public void What_is_not_a_number_of_days_to_pay_in_is_said(string days)
    {
        var invoice = Prepare(Terms(Period(days)));
        invoice.Invoice.Facts.PaymentDays.Should().BeNull();
        invoice.Warnings.Should().Contain(w => w.Code == "date-not-understood" && w.Text.Contains(days));
    }

    [Fact]
    public void Days_with_decimals_of_nothing_are_days() => Prepare(Terms(Period("30.00"))).Invoice.Facts.PaymentDays.Should().Be(30);

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("1989-12-31")]
    [InlineData("0001-01-01")]
    public void A_date_in_a_year_that_no_invoice_has_is_none(string date)
    {
        var invoice = PreparedInvoice.Of(TestXml.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(TestUbl.Invoice(Terms(Period("30")), due: "")).Replace("2026-11-20", date, StringComparison.Ordinal)), "U.xml").Invoices.Single(), TestInvoice.Context, VatRounding.PerLine);
        invoice.Invoice.Facts.IssueDate.Should().BeNull();
        invoice.Warnings.Should().Contain(w => w.Code == "date-not-understood" && w.Text.Contains(date));
    }

    private static PreparedInvoice Prepare(string terms) => TestXml.Prepare(TestUbl.Invoice(terms, due: ""));

    private static string Terms(string inside) => $"<cac:PaymentTerms>{inside}</cac:PaymentTerms>";

    private static string Period(string days) => $"<cac:SettlementPeriod><cbc:DurationMeasure unitCode=\"DAY\">{days}</cbc:DurationMeasure></cac:SettlementPeriod>";
}
