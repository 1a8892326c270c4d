using System.Globalization;
using System.Text;
using System.Text.Json;
using DolibarrAgent.Intake;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;
using static DolibarrAgent.Intake.Tests.TestXml;

namespace DolibarrAgent.DolibarrWrite.Tests.Nasty;

/// <summary>The nasty cases as they stand on the sandbox in the end: entered to the cent, or refused with nothing written.</summary>
public sealed class NastyEnteredTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task Case_01_a_price_for_100_000_units_is_stored_as_99_83() =>
        (await StoredAsync(Cii(Line("99.83", quantity: "74391833", price: "0.134195", basis: "100000"), Totals("99.83", "19.97")))).Should().Be("validated 99.83 19.97 119.80: 1 x 99.83");

    [Theory]
    [InlineData("300.00", "0.5999", "50005", "60.00", "validated 300.00 60.00 360.00: 0.5999 x 500.08335")]
    [InlineData("9.76", "1951593", "0.000005", "1.95", "validated 9.76 1.95 11.71: 1 x 9.76")]
    public async Task Case_02_the_announced_net_is_stored_and_not_quantity_times_price(string net, string quantity, string price, string vat, string stored) =>
        (await StoredAsync(Cii(Line(net, quantity: quantity, price: price), Totals(net, vat)))).Should().Be(stored);

    [Fact]
    public async Task Case_03_a_quantity_of_0_with_an_amount_and_a_price_of_0_with_an_allowance() =>
        (await StoredAsync(Cii(Line("12.00", quantity: "0", price: "12.00") + Line("-0.30", price: "0", inside: Allowance("0.30", false)), Totals("11.70", "2.34"))))
            .Should().Be("validated 11.70 2.34 14.04: 1 x 12.00, 1 x -0.30");

    [Fact]
    public async Task Case_04_several_allowances_and_charges_on_a_line_and_on_the_header()
    {
        var line = Line("87.50", quantity: "10", price: "10.00", inside: Allowance("20.00", false) + Allowance("5.00", false) + Allowance("12.50", true));
        var header = Allowance("7.50", false, "20") + Allowance("2.00", false, "20") + Allowance("10.00", true, "20");
        (await StoredAsync(Cii(line, header + Totals("88.00", "17.60", lineTotal: "87.50", more: "<ram:AllowanceTotalAmount>9.50</ram:AllowanceTotalAmount><ram:ChargeTotalAmount>10.00</ram:ChargeTotalAmount>"))))
            .Should().Be("validated 88.00 17.60 105.60: 10 x 8.75, 1 x -7.50, 1 x -2.00, 1 x 10.00");
    }

    [Fact]
    public async Task Case_05_a_charge_of_the_header_is_a_line_and_one_of_a_line_is_in_its_net() =>
        (await StoredAsync(Cii(Line("200.00", price: "100.00", inside: Allowance("100.00", true)), Allowance("15.00", true, "20") + Totals("215.00", "43.00", lineTotal: "200.00", more: "<ram:ChargeTotalAmount>15.00</ram:ChargeTotalAmount>"))))
            .Should().Be("validated 215.00 43.00 258.00: 1 x 200.00, 1 x 15.00");

    [Fact]
    public async Task Case_06_46_lines_come_to_175_88_and_not_to_175_90_or_what_their_rounded_VAT_makes()
    {
        // 45 lines of 3.19 and one of 3.02: the sum of their rounded VAT would be 29.40.
        var lines = string.Concat(Enumerable.Repeat(Line("3.19"), 45)) + Line("3.02");
        (await StoredAsync(Cii(lines, Totals("146.57", "29.31")))).Should().StartWith("validated 146.57 29.31 175.88: ");
    }

    [Fact]
    public async Task Case_07_25_47_is_booked_where_25_47_is_due_with_the_rounding_as_a_line()
    {
        var xml = Cii(Line("21.23"), Totals("21.23", "4.25", more: "<ram:RoundingAmount>-0.01</ram:RoundingAmount><ram:DuePayableAmount>25.47</ram:DuePayableAmount>"));
        var entered = await EnteredAsync(xml);
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "rounding").Which.Text.Should().Contain("-0.01").And.Contain("25.47");
        (await StoredAsync()).Should().StartWith("validated 21.22 4.25 25.47");
    }

    [Fact]
    public async Task Case_07_what_was_paid_before_is_shown_with_its_amount_and_the_whole_is_booked()
    {
        var entered = await EnteredAsync(Cii(Line("100.00"), Totals("100.00", "20.00", more: "<ram:TotalPrepaidAmount>50.00</ram:TotalPrepaidAmount><ram:DuePayableAmount>70.00</ram:DuePayableAmount>")));
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "prepaid").Which.Text.Should().Contain("50.00").And.Contain("70.00");
        (await StoredAsync()).Should().StartWith("validated 100.00 20.00 120.00");
    }

    [Fact]
    public async Task Case_08_a_credit_note_with_positive_amounts_is_stored_negative() =>
        (await StoredAsync(Cii(Line("8.00"), Totals("8.00", "1.60"), type: "381"))).Should().Be("validated -8.00 -1.60 -9.60: 1 x -8.00");

    [Fact]
    public async Task Case_08_mixed_signs_within_a_credit_note_are_stored_as_one_sign() =>
        (await StoredAsync(Cii(Line("10.00") + Line("-2.00", price: "-2.00"), Totals("8.00", "1.60"), type: "381"))).Should().Be("validated -8.00 -1.60 -9.60: 1 x -8.00");

    [Theory]
    [InlineData("384")]
    [InlineData("389")]
    public async Task Case_09_a_correction_and_a_self_billed_one_are_for_a_person(string type) =>
        (await RefusedAsync(Cii(Line("8.79", rate: "0"), Totals("8.79", "0.00", rate: "0"), type: type))).Should().Be("type-for-a-person");

    [Theory]
    [InlineData("380")]
    [InlineData("384")]
    [InlineData("381")]
    public async Task Case_08_and_09_negative_totals_are_stored_as_a_credit_note(string type) =>
        (await StoredAsync(Cii(Line("-8.79", quantity: "-1", price: "8.79", rate: "0"), Totals("-8.79", "0.00", rate: "0"), type: type))).Should().Be("validated -8.79 0.00 -8.79: 1 x -8.79");

    [Fact]
    public async Task Case_10_a_PDF_and_an_XML_in_one_mail_that_disagree_are_for_a_person()
    {
        var invoice = SampleCatalogue.Hosting;
        var other = Encoding.UTF8.GetString(SampleXml.Of(invoice)).Replace(">35.20<", ">53.20<", StringComparison.Ordinal);
        var mail = SampleEmail.With(invoice) with { Attachments = [new("F-2026-1.pdf", "application/pdf", SamplePdf.Of(invoice)), new("F-2026-1.xml", "application/xml", Encoding.UTF8.GetBytes(other))] };
        (await RefusedAsync(mail.ToBytes(), "invoice.eml")).Should().Be("documents-disagree");
    }

    [Fact]
    public async Task Case_10_a_reminder_with_a_no_break_space_in_the_number_is_the_same_invoice()
    {
        await EnteredAsync(Cii(Line("10.00"), Totals("10.00", "2.00"), number: "F 2026 1"));
        var before = TwoInstances.Writes(two.Sandbox).Count();
        using var skill = Skills.On(two);
        Skills.Refused(await Ingest.RunAsync(skill, "reminder.xml", Cii(Line("10.00"), Totals("10.00", "2.00"), number: "F\u00a02026\u202f1"), Skills.Cancel)).Should().ContainSingle().Which.Code.Text.Should().Be("duplicate");
        TwoInstances.Writes(two.Sandbox).Should().HaveCount(before);
    }

    [Fact]
    public async Task Case_10_a_credit_note_is_linked_to_its_invoice_whatever_spaces_the_number_has()
    {
        await EnteredAsync(Cii(Line("10.00"), Totals("10.00", "2.00"), number: "F 2026 1"));
        var preceding = "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>F\u00a02026\u202f1</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>";
        var entered = await EnteredAsync(Cii(Line("4.00"), Totals("4.00", "0.80") + preceding, type: "381", number: "A-1"));
        Skills.Codes(entered).Should().NotContain("credit-note-not-linked");
        (await Skills.ListAsync(two.Sandbox, "supplierinvoices")).Last().GetProperty("fk_facture_source").GetString().Should().Be("1");
    }

    [Fact]
    public async Task Case_11_without_lines_one_line_for_each_VAT_rate_is_stored() =>
        (await StoredAsync(Cii("", Totals("29.33", "5.87")))).Should().Be("validated 29.33 5.87 35.20: 1 x 29.33");

    [Fact]
    public async Task Case_11_sub_lines_are_stored_once()
    {
        var lines = Line("15.00", head: "<ram:LineID>1</ram:LineID><ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>")
            + Line("10.00", head: "<ram:LineID>2</ram:LineID><ram:ParentLineID>1</ram:ParentLineID><ram:LineStatusReasonCode>DETAIL</ram:LineStatusReasonCode>")
            + Line("5.00", head: "<ram:LineID>3</ram:LineID><ram:ParentLineID>1</ram:ParentLineID><ram:LineStatusReasonCode>DETAIL</ram:LineStatusReasonCode>");
        (await StoredAsync(Cii(lines, Totals("15.00", "3.00")))).Should().Be("validated 15.00 3.00 18.00: 1 x 10.00, 1 x 5.00");
    }

    [Fact]
    public async Task Case_12_pounds_with_VAT_in_euros_as_well_are_refused()
    {
        var xml = Encoding.UTF8.GetString(Cii(Line("10.00"), "<ram:TaxCurrencyCode>EUR</ram:TaxCurrencyCode>" + Totals("10.00", "2.00"))).Replace("<ram:InvoiceCurrencyCode>EUR", "<ram:InvoiceCurrencyCode>GBP", StringComparison.Ordinal);
        (await RefusedAsync(Encoding.UTF8.GetBytes(xml))).Should().Be("currency-foreign");
    }

    [Fact]
    public async Task Beside_them_euros_with_VAT_in_another_currency_are_entered_and_the_other_VAT_is_shown()
    {
        var xml = Encoding.UTF8.GetString(Cii(Line("10.00"), "<ram:TaxCurrencyCode>RON</ram:TaxCurrencyCode>" + Totals("10.00", "2.00")))
            .Replace("<ram:TaxTotalAmount currencyID=\"EUR\">2.00</ram:TaxTotalAmount>", "<ram:TaxTotalAmount currencyID=\"EUR\">2.00</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID=\"RON\">9.95</ram:TaxTotalAmount>", StringComparison.Ordinal);
        var entered = await EnteredAsync(Encoding.UTF8.GetBytes(xml));
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "vat-in-other-currency").Which.Text.Should().Contain("RON").And.Contain("9.95");
        (await StoredAsync()).Should().StartWith("validated 10.00 2.00 12.00");
    }

    [Fact]
    public async Task Beside_them_reverse_charge_is_entered_at_0_percent_and_said_so()
    {
        var xml = Encoding.UTF8.GetString(Cii(Line("100.00", rate: "0"), Totals("100.00", "0.00", rate: "0"))).Replace("<ram:CategoryCode>S<", "<ram:CategoryCode>AE<", StringComparison.Ordinal);
        var entered = await EnteredAsync(Encoding.UTF8.GetBytes(xml));
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "reverse-charge").Which.Text.Should().Contain("100.00").And.Contain("declared by the buyer");
        (await StoredAsync()).Should().StartWith("validated 100.00 0.00 100.00");
    }

    private async Task<string> StoredAsync(byte[] xml)
    {
        await EnteredAsync(xml);
        return await StoredAsync();
    }

    /// <summary>The last invoice of the sandbox, as the server itself says it: <c>validated 10.00 2.00 12.00: 1 x 10.00</c>.</summary>
    private async Task<string> StoredAsync()
    {
        var invoice = (await Skills.ListAsync(two.Sandbox, "supplierinvoices")).Last();
        var lines = invoice.GetProperty("lines").EnumerateArray().Select(l => $"{l.GetProperty("qty").GetString()} x {Money(l, "subprice")}");
        return $"{(invoice.GetProperty("status").ToString() == "1" ? "validated" : "draft")} {Money(invoice, "total_ht")} {Money(invoice, "total_tva")} {Money(invoice, "total_ttc")}: {string.Join(", ", lines)}";
    }

    private async Task<IngestResult.Entered> EnteredAsync(byte[] xml)
    {
        using var skill = Skills.On(two);
        return Skills.Entered(await Ingest.RunAsync(skill, "x.xml", xml, Skills.Cancel));
    }

    private async Task<string> RefusedAsync(byte[] bytes, string name = "x.xml")
    {
        using var skill = Skills.On(two);
        var problems = Skills.Refused(await Ingest.RunAsync(skill, name, bytes, Skills.Cancel));
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
        return string.Join(", ", problems.Select(p => p.Code.Text).Distinct());
    }

    private static string Money(JsonElement of, string member) => decimal.Parse(of.GetProperty(member).ToString(), CultureInfo.InvariantCulture).ToString("0.00###", CultureInfo.InvariantCulture);
}
