using static DolibarrAgent.Intake.Tests.TestXml;

namespace DolibarrAgent.Intake.Tests.Nasty;

/// <summary>The cases of amounts that real invoices hold, on documents of our own making.</summary>
public sealed class NastyAmounts
{
    [Fact]
    public void Case_01_a_price_for_100_000_units_comes_to_99_83_and_not_to_millions()
    {
        var invoice = Prepare(Cii(Line("99.83", quantity: "74391833", price: "0.134195", basis: "100000"), Totals("99.83", "19.97")));
        invoice.Fit.Exact.Should().BeTrue();
        var line = invoice.Fit.Lines.Should().ContainSingle().Which;
        (line.Quantity, line.UnitPrice).Should().Be((1m, 99.83m), "the server keeps neither this quantity nor this price");
        line.Description.Should().Be("Thing (74391833 KGM at 0.134195 per 100000)");
    }

    [Theory]
    [InlineData("300.00", "0.5999", "50005", "60.00")]
    [InlineData("9.76", "1951593", "0.000005", "1.95")]
    public void Case_02_the_announced_net_counts_and_not_quantity_times_price(string net, string quantity, string price, string vat)
    {
        var invoice = Prepare(Cii(Line(net, quantity: quantity, price: price), Totals(net, vat)));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Predicted.Net.Should().Be(decimal.Parse(net, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Case_03_a_quantity_of_0_with_an_amount_is_entered_as_one_unit()
    {
        var invoice = Prepare(Cii(Line("12.00", quantity: "0", price: "12.00"), Totals("12.00", "2.40")));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines.Single().Should().BeEquivalentTo(new { Quantity = 1m, UnitPrice = 12m });
    }

    [Fact]
    public void Case_03_a_price_of_0_with_an_allowance_is_negative()
    {
        var lines = Line("100.00") + Line("-0.30", price: "0", inside: Allowance("0.30", false));
        var invoice = Prepare(Cii(lines, Totals("99.70", "19.94")));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines[1].UnitPrice.Should().Be(-0.30m);
    }

    [Fact]
    public void Case_04_allowances_and_charges_of_a_line_are_folded_and_those_of_the_header_are_lines()
    {
        var line = Line("87.50", quantity: "10", price: "10.00", inside: Allowance("20.00", false) + Allowance("5.00", false) + Allowance("12.50", true));
        var header = Allowance("7.50", false, "20") + Allowance("2.00", false, "20") + Allowance("10.00", true, "20");
        var invoice = Prepare(Cii(line, header + Totals("88.00", "17.60", lineTotal: "87.50", more: "<ram:AllowanceTotalAmount>9.50</ram:AllowanceTotalAmount><ram:ChargeTotalAmount>10.00</ram:ChargeTotalAmount>")));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines.Select(l => (l.Quantity, l.UnitPrice)).Should().Equal((10m, 8.75m), (1m, -7.50m), (1m, -2.00m), (1m, 10.00m));
        invoice.Warnings.Should().Contain(w => w.Code == "price-folded");
    }

    [Fact]
    public void Case_05_a_charge_of_a_line_is_in_its_net_and_not_counted_again()
    {
        var invoice = Prepare(Cii(Line("200.00", price: "100.00", inside: Allowance("100.00", true)), Totals("200.00", "40.00")));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Predicted.Net.Should().Be(200m);
    }

    [Fact]
    public void Case_06_46_lines_come_to_175_88_and_not_to_the_sum_of_their_rounded_VAT()
    {
        // 45 lines of 3.19 and one of 3.02: 146.57 net and 29.31 of VAT, where a line at a time it is more than a cent off.
        var nets = Enumerable.Repeat(3.19m, 45).Append(3.02m).ToArray();
        var facts = TestInvoice.Of([.. nets.Select(n => TestInvoice.Line(n, 20))]);
        facts.Totals.Gross.Should().NotBe(nets.Sum(n => n + TestInvoice.Round(n * 0.2m)));

        var fit = Fitting.Fit(facts, VatRounding.PerLine);

        fit.Exact.Should().BeTrue();
        fit.Predicted.Gross.Should().Be(175.88m);
    }

    [Fact]
    public void Case_07_a_rounding_amount_is_a_line_without_VAT_so_that_what_is_owed_closes()
    {
        var invoice = Prepare(Cii(Line("21.23"), Totals("21.23", "4.25", more: "<ram:RoundingAmount>-0.01</ram:RoundingAmount><ram:DuePayableAmount>25.47</ram:DuePayableAmount>")));
        invoice.Fit.Predicted.Gross.Should().Be(25.47m);
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines[^1].Should().BeEquivalentTo(new { Description = "Rounding", UnitPrice = -0.01m, VatRate = 0m });
        invoice.Warnings.Should().Contain(w => w.Code == "rounding" && w.Text.Contains("25.47"));
    }

    [Fact]
    public void Case_07_on_a_credit_note_a_rounding_of_the_other_sign_is_told_and_not_entered()
    {
        var invoice = Prepare(Cii(Line("21.23"), Totals("21.23", "4.25", more: "<ram:RoundingAmount>-0.01</ram:RoundingAmount><ram:DuePayableAmount>25.47</ram:DuePayableAmount>"), type: "381"));
        invoice.Fit.Predicted.Gross.Should().Be(-25.48m);
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Warnings.Should().Contain(w => w.Code == "rounding" && w.Text.Contains("not entered"));
    }

    [Theory]
    [InlineData("1.00", "26.48")]
    [InlineData("-25.00", "0.48")]
    public void Case_07_what_is_too_much_for_a_rounding_stops_and_is_not_entered(string rounding, string due)
    {
        var invoice = Prepare(Cii(Line("21.23"), Totals("21.23", "4.25", more: $"<ram:RoundingAmount>{rounding}</ram:RoundingAmount><ram:DuePayableAmount>{due}</ram:DuePayableAmount>")));
        invoice.Stopping.Should().ContainSingle(w => w.Code == "totals-do-not-add-up" && w.Where == "BT-114" && w.Text.Contains(rounding));
        invoice.Fit.Lines.Should().ContainSingle();
        invoice.Fit.Predicted.Gross.Should().Be(25.48m);
        invoice.Fit.Stated.Gross.Should().Be(25.48m);
        invoice.Warnings.Should().NotContain(w => w.Code == "rounding");
    }

    [Fact]
    public void Case_08_a_credit_note_with_positive_amounts_is_entered_negative()
    {
        var invoice = Prepare(Cii(Line("8.00"), Totals("8.00", "1.60"), type: "381"));
        invoice.Fit.Kind.Should().Be(EntryKind.CreditNote);
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines.Single().UnitPrice.Should().Be(-8m);
        invoice.Fit.Predicted.Gross.Should().Be(-9.60m);
    }

    [Fact]
    public void Case_08_mixed_signs_within_a_credit_note_are_folded_into_a_line_of_the_same_rate()
    {
        var invoice = Prepare(Cii(Line("10.00") + Line("-2.00", price: "-2.00"), Totals("8.00", "1.60"), type: "381"));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines.Select(l => (l.UnitPrice, l.Description)).Should().Equal((-8m, "Thing, less 2.00 (Thing)"));
        invoice.Warnings.Should().ContainSingle(w => w.Code == "folded-into-line");
    }

    [Fact]
    public void Case_08_mixed_signs_within_an_invoice_stay_lines_of_their_own()
    {
        var invoice = Prepare(Cii(Line("10.00") + Line("-2.00", price: "-2.00"), Totals("8.00", "1.60")));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines.Select(l => l.UnitPrice).Should().Equal(10m, -2m);
    }

    [Theory]
    [InlineData("384")]
    [InlineData("389")]
    [InlineData("751")]
    [InlineData("261")]
    [InlineData("325")]
    [InlineData("999")]
    public void Case_09_what_has_no_one_meaning_goes_to_a_person(string type)
    {
        var invoice = Prepare(Cii(Line("8.79", rate: "0"), Totals("8.79", "0.00", rate: "0"), type: type));
        invoice.Fit.Kind.Should().Be(EntryKind.ForAPerson);
        invoice.Stopping.Should().Contain(w => w.Code == "type-for-a-person");
    }

    [Theory]
    [InlineData("380")]
    [InlineData("381")]
    [InlineData("384")]
    [InlineData("326")]
    [InlineData("386")]
    public void Case_08_and_09_negative_totals_are_a_credit_note_of_that_amount(string type)
    {
        var invoice = Prepare(Cii(Line("-8.79", quantity: "-1", price: "8.79"), Totals("-8.79", "-1.76"), type: type));
        invoice.Fit.Kind.Should().Be(EntryKind.CreditNote);
        invoice.Stopping.Should().BeEmpty();
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines.Single().Should().BeEquivalentTo(new { Quantity = 1m, UnitPrice = -8.79m });
        invoice.Fit.Predicted.Gross.Should().Be(-10.55m);
    }

    [Fact]
    public void A_deposit_is_a_deposit() =>
        Prepare(Cii(Line("10.00"), Totals("10.00", "2.00"), type: "386")).Fit.Kind.Should().Be(EntryKind.Deposit);

    [Fact]
    public void Case_11_without_lines_one_line_for_each_VAT_rate_is_entered()
    {
        var invoice = Prepare(Cii("", Totals("29.33", "5.87")));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines.Single().Should().BeEquivalentTo(new { UnitPrice = 29.33m, VatRate = 20m });
        invoice.Warnings.Should().Contain(w => w.Code == "no-lines");
    }

    [Fact]
    public void Case_11_sub_lines_are_not_counted_twice()
    {
        var lines = Line("15.00", head: "<ram:LineID>1</ram:LineID><ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>")
            + Line("10.00", head: "<ram:LineID>2</ram:LineID><ram:ParentLineID>1</ram:ParentLineID><ram:LineStatusReasonCode>DETAIL</ram:LineStatusReasonCode>")
            + Line("5.00", head: "<ram:LineID>3</ram:LineID><ram:ParentLineID>1</ram:ParentLineID><ram:LineStatusReasonCode>DETAIL</ram:LineStatusReasonCode>");
        var invoice = Prepare(Cii(lines, Totals("15.00", "3.00")));
        invoice.Fit.Exact.Should().BeTrue();
        invoice.Fit.Lines.Select(l => l.UnitPrice).Should().Equal(10m, 5m);
    }

    [Fact]
    public void Case_11_where_the_parts_do_not_add_up_the_outermost_line_counts()
    {
        var lines = Line("15.00", head: "<ram:LineID>1</ram:LineID>")
            + Line("9.00", head: "<ram:LineID>2</ram:LineID><ram:ParentLineID>1</ram:ParentLineID>")
            + Line("5.00", head: "<ram:LineID>3</ram:LineID><ram:ParentLineID>1</ram:ParentLineID>");
        Prepare(Cii(lines, Totals("15.00", "3.00"))).Fit.Lines.Should().ContainSingle().Which.UnitPrice.Should().Be(15m);
    }

    [Fact]
    public void Case_12_a_foreign_currency_stops_and_the_VAT_in_euros_is_shown()
    {
        var xml = System.Text.Encoding.UTF8.GetString(Cii(Line("10.00"), "<ram:TaxCurrencyCode>EUR</ram:TaxCurrencyCode>" + Totals("10.00", "2.00")))
            .Replace("<ram:InvoiceCurrencyCode>EUR", "<ram:InvoiceCurrencyCode>GBP", StringComparison.Ordinal)
            .Replace("<ram:TaxTotalAmount currencyID=\"EUR\">2.00</ram:TaxTotalAmount>", "<ram:TaxTotalAmount currencyID=\"GBP\">2.00</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID=\"EUR\">2.24</ram:TaxTotalAmount>", StringComparison.Ordinal);
        var invoice = Prepare(System.Text.Encoding.UTF8.GetBytes(xml));
        invoice.Invoice.Facts.Totals.Should().BeEquivalentTo(new { Vat = 2.00m, VatInTaxCurrency = 2.24m });
        invoice.Stopping.Should().Contain(w => w.Code == "currency-foreign");
        invoice.Warnings.Should().Contain(w => w.Code == "vat-in-other-currency" && w.Text.Contains("2.24"));
    }
}
