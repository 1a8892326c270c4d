using System.Text;
using static DolibarrAgent.Intake.Tests.TestXml;

namespace DolibarrAgent.Intake.Tests.Fit;

/// <summary>Amounts as documents really write them, and what is entered for them.</summary>
public sealed class DocumentAmountsTests
{
    [Fact]
    public void Lines_of_four_decimals_add_up_to_a_rounded_total()
    {
        var invoice = Prepare(Cii(Line("12.3967", rate: "21") + Line("55.3302", rate: "21"), Totals("67.73", "14.22", rate: "21")));
        invoice.Stopping.Should().BeEmpty();
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Warnings.Should().ContainSingle(w => w.Code == "amount-rounded");
    }

    [Fact]
    public void Where_rounded_lines_do_not_add_up_the_furthest_is_moved_by_a_cent()
    {
        var invoice = Prepare(Cii(Line("1.004") + Line("1.003") + Line("1.004"), Totals("3.01", "0.60")));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Predicted.Net.Should().Be(3.01m);
    }

    [Fact]
    public void Lines_that_are_a_cent_off_are_entered_by_the_breakdown_that_adds_up_and_it_is_said()
    {
        var invoice = Prepare(Cii(Line("10.00") + Line("10.01"), Totals("20.00", "4.00")));
        invoice.Stopping.Should().BeEmpty();
        invoice.Fit.Predicted.Gross.Should().Be(24m);
        invoice.Warnings.Select(w => w.Code).Should().Contain(["lines-do-not-add-up", "by-breakdown"]);
    }

    [Fact]
    public void Lines_that_are_further_off_stop() =>
        Prepare(Cii(Line("10.00") + Line("15.00"), Totals("20.00", "4.00"))).Stopping.Should().Contain(w => w.Code == "totals-do-not-add-up");

    [Fact]
    public void Reverse_charge_with_a_rate_and_no_VAT_is_entered_at_0()
    {
        var invoice = Prepare(Replaced(Cii(Line("1000.00"), Totals("1000.00", "0.00")), ("<ram:CategoryCode>S</ram:CategoryCode>", "<ram:CategoryCode>AE</ram:CategoryCode>")));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines.Single().VatRate.Should().Be(0);
        invoice.Warnings.Should().Contain(w => w.Code == "reverse-charge" && w.Text.Contains("the rate 20 % and no VAT"));
        invoice.Warnings.Should().NotContain(w => w.Code == "vat-against-category");
    }

    [Fact]
    public void VAT_that_is_asked_under_reverse_charge_is_still_told() =>
        Prepare(Replaced(Cii(Line("1000.00"), Totals("1000.00", "200.00")), ("<ram:CategoryCode>S</ram:CategoryCode>", "<ram:CategoryCode>AE</ram:CategoryCode>")))
            .Warnings.Should().Contain(w => w.Code == "vat-against-category");

    [Fact]
    public void Where_the_lines_do_not_say_the_VAT_breakdown_it_is_entered_by_the_breakdown()
    {
        const string Exempt = "<ram:ApplicableTradeTax><ram:CalculatedAmount>0</ram:CalculatedAmount><ram:BasisAmount>8</ram:BasisAmount><ram:CategoryCode>E</ram:CategoryCode><ram:RateApplicablePercent>0</ram:RateApplicablePercent></ram:ApplicableTradeTax>";
        var invoice = Prepare(Replaced(
            Cii(Line("400", rate: "21", quantity: "2", price: "200"), Exempt + Totals("392", "82.32", rate: "21", lineTotal: "400")),
            ("<ram:TaxBasisTotalAmount>392<", "<ram:TaxBasisTotalAmount>400<"), ("<ram:GrandTotalAmount>474.32<", "<ram:GrandTotalAmount>482.32<")));
        invoice.Stopping.Should().BeEmpty();
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines.Select(l => (l.VatRate, l.UnitPrice)).Should().BeEquivalentTo([(21m, 392m), (0m, 8m)]);
        invoice.Fit.Lines.Should().Contain(l => l.Description == "Thing (2 KGM at 200), VAT 21 %");
        invoice.Warnings.Should().Contain(w => w.Code == "by-breakdown");
    }

    [Fact]
    public void A_breakdown_that_does_not_add_up_decides_nothing() =>
        Prepare(Replaced(Cii(Line("400", rate: "21"), Totals("392", "82.32", rate: "21", lineTotal: "400")), ("<ram:TaxBasisTotalAmount>392<", "<ram:TaxBasisTotalAmount>400<"))).Warnings.Should().NotContain(w => w.Code == "by-breakdown");

    [Theory]
    [InlineData("10.00", "3", "3.333333", "", "price-rounded", "with the five decimals that Dolibarr keeps")]
    [InlineData("9.00", "3", "4.00", "", "price-not-net", "is not the line's net amount 9.00")]
    [InlineData("0.04", "3", "1.2345678", "100", "price-folded", "holds the line's base quantity")]
    public void A_changed_unit_price_says_why(string net, string quantity, string price, string basis, string code, string says)
    {
        var vat = TestInvoice.Round(decimal.Parse(net, System.Globalization.CultureInfo.InvariantCulture) * 0.2m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        Prepare(Cii(Line(net, quantity: quantity, price: price, basis: basis), Totals(net, vat))).Warnings.Should().Contain(w => w.Code == code && w.Text.Contains(says));
    }

    [Fact]
    public void An_allowance_is_named_only_where_there_is_one()
    {
        Folded(Line("8.00", quantity: "2", price: "5.00", inside: Allowance("2.00", isCharge: false))).Should().Contain("allowances").And.NotContain("charges");
        Folded(Line("8.00", quantity: "2", price: "3.00", inside: Allowance("2.00", isCharge: true))).Should().Contain("charges").And.NotContain("allowances");
    }

    [Fact]
    public void What_holds_for_many_lines_is_said_once()
    {
        var lines = string.Concat(Enumerable.Repeat(Line("10.00", quantity: "3", price: "3.333333"), 23));
        Prepare(Cii(lines, Totals("230.00", "46.00"))).Warnings.Where(w => w.Code == "price-rounded").Should().ContainSingle()
            .Which.Text.Should().Contain("Likewise lines 2, 3, 4").And.EndWith("and 12 more.");
    }

    [Fact]
    public void What_holds_for_lines_of_two_reasons_is_said_once_for_each()
    {
        var lines = string.Concat(Enumerable.Repeat(Line("8.00", quantity: "2", price: "5.00", inside: Allowance("2.00", isCharge: false)) + Line("8.00", quantity: "2", price: "3.00", inside: Allowance("2.00", isCharge: true)) + Line("8.00", quantity: "2", price: "4.50"), 14));
        var warnings = Prepare(Cii(lines, Totals("336.00", "67.20"))).Warnings;
        warnings.Where(w => w.Code == "price-folded").Select(w => w.Text[..w.Text.IndexOf(" (", StringComparison.Ordinal)]).Should().Equal("“Thing”: the unit price 4.00 holds the line's allowances", "“Thing”: the unit price 4.00 holds the line's charges");
        warnings.Where(w => w.Code == "price-folded").Select(w => w.Text).Should().AllSatisfy(text => text.Should().Contain("Likewise lines"));
        warnings.Should().ContainSingle(w => w.Code == "price-not-net").Which.Text.Should().Contain("Likewise lines 6, 9");
    }

    [Fact]
    public void Rates_that_many_lines_lack_are_said_once()
    {
        var lines = string.Concat(Enumerable.Repeat(Line("10.00"), 40)).Replace("<ram:RateApplicablePercent>20</ram:RateApplicablePercent>", "", StringComparison.Ordinal);
        Prepare(Cii(lines, Totals("400.00", "80.00"))).Warnings.Should().ContainSingle(w => w.Code == "vat-rate-from-breakdown");
    }

    [Fact]
    public void The_same_due_date_twice_is_one() =>
        Prepare(Cii(Line("10.00"), string.Concat(Enumerable.Repeat("<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format=\"102\">20261220</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>", 2)) + Totals("10.00", "2.00")))
            .Warnings.Should().NotContain(w => w.Code == "several-due-dates");

    [Fact]
    public void Amounts_with_a_comma_are_refused_for_their_comma()
    {
        var invoice = Prepare(Replaced(Cii(Line("100.00"), Totals("100.00", "20.00")), (">100.00<", ">100,00<"), (">20.00<", ">20,00<"), (">120.00<", ">120,00<")));
        invoice.Stopping.Should().OnlyContain(w => w.Code == "decimal-comma").And.Contain(w => w.Text.Contains("100,00") && w.Text.Contains("comma"));
    }

    private static string Folded(string line) => Prepare(Cii(line, Totals("8.00", "1.60"))).Warnings.Single(w => w.Code == "price-folded").Text;

    private static byte[] Replaced(byte[] xml, params (string Old, string New)[] all) =>
        Encoding.UTF8.GetBytes(all.Aggregate(Encoding.UTF8.GetString(xml), (text, one) => text.Replace(one.Old, one.New, StringComparison.Ordinal)));
}
