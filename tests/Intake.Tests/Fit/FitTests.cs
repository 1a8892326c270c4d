namespace DolibarrAgent.Intake.Tests.Fit;

public sealed class FitTests
{
    [Fact]
    public void One_line_is_split_in_two_where_VAT_a_line_at_a_time_is_a_cent_off()
    {
        // Three times 1.58 at 20 %: 0.32 each makes 0.96, the document says 0.95.
        var fit = Fitting.Fit(TestInvoice.Of(TestInvoice.Line(1.58m, 20), TestInvoice.Line(1.58m, 20), TestInvoice.Line(1.58m, 20)), VatRounding.PerLine);
        fit.Exact.Should().BeTrue();
        fit.Lines.Should().HaveCount(4);
        fit.Predicted.Vat.Should().Be(0.95m);
        fit.Warnings.Should().ContainSingle(w => w.Code == "line-split");
    }

    [Fact]
    public void Both_parts_of_a_split_keep_the_description()
    {
        var fit = Fitting.Fit(TestInvoice.Of(TestInvoice.Line(1.58m, 20), TestInvoice.Line(1.58m, 20), TestInvoice.Line(1.58m, 20)), VatRounding.PerLine);
        fit.Lines.Take(2).Select(l => l.Description).Should().Equal("Line of 1.58 (1/2)", "Line of 1.58 (2/2)");
    }

    [Fact]
    public void Amounts_too_small_to_split_are_split_across_zero()
    {
        var fit = Fitting.Fit(TestInvoice.Of([.. Enumerable.Repeat(TestInvoice.Line(0.02m, 20), 7)]), VatRounding.PerLine);
        fit.Exact.Should().BeTrue();
        fit.Predicted.Should().BeEquivalentTo(new { Net = 0.14m, Vat = 0.03m });
    }

    [Fact]
    public void VAT_that_is_not_rate_times_base_is_not_imitated_but_shown()
    {
        var facts = TestInvoice.Of(TestInvoice.Line(3986.34m, 19));
        facts = facts with
        {
            VatBreakdown = [facts.VatBreakdown[0] with { Amount = 757.41m }],
            Totals = facts.Totals with { Vat = 757.41m, Gross = 4743.75m },
        };
        var fit = Fitting.Fit(facts, VatRounding.PerLine);
        fit.Exact.Should().BeFalse();
        fit.Differences.Select(d => (d.Where, d.Cents)).Should().Equal(("vat", -1m), ("gross", -1m), ("vat 19", -1m));
        fit.Lines.Should().ContainSingle();
    }

    [Fact]
    public void VAT_that_the_supplier_summed_a_line_at_a_time_fits_as_it_is()
    {
        var facts = TestInvoice.Of([.. Enumerable.Repeat(TestInvoice.Line(0.99m, 20), 7)]);
        facts = facts with
        {
            VatBreakdown = [facts.VatBreakdown[0] with { Amount = 1.40m }],
            Totals = facts.Totals with { Vat = 1.40m, Gross = 8.33m },
        };
        Fitting.Fit(facts, VatRounding.PerLine).Exact.Should().BeTrue();
        Fitting.Fit(facts, VatRounding.OfTotal).Exact.Should().BeFalse();
    }

    [Fact]
    public void A_line_without_a_rate_takes_the_only_one_of_the_breakdown()
    {
        var facts = TestInvoice.Of(TestInvoice.Line(100m, 20));
        facts = facts with { Lines = [facts.Lines[0] with { VatRate = null }] };
        var fit = Fitting.Fit(facts, VatRounding.PerLine);
        fit.Exact.Should().BeTrue();
        fit.Warnings.Should().ContainSingle(w => w.Code == "vat-rate-from-breakdown");
    }

    [Fact]
    public void Totals_alone_become_one_line_where_one_usual_rate_makes_the_VAT()
    {
        var facts = TestInvoice.Of(TestInvoice.Line(624.90m, 20)) with { Lines = [], VatBreakdown = [] };
        var fit = Fitting.Fit(facts, VatRounding.PerLine);
        fit.Exact.Should().BeTrue();
        fit.Lines.Single().VatRate.Should().Be(20);
        fit.Warnings.Should().ContainSingle(w => w.Code == "no-lines");
    }

    [Fact]
    public void Totals_alone_with_mixed_VAT_are_never_exact()
    {
        var facts = TestInvoice.Of(TestInvoice.Line(624.90m, 20)) with { Lines = [], VatBreakdown = [] };
        facts = facts with { Totals = facts.Totals with { Vat = 46.25m, Gross = 671.15m } };
        var fit = Fitting.Fit(facts, VatRounding.PerLine);
        fit.Exact.Should().BeFalse();
        fit.Warnings.Should().ContainSingle(w => w.Code == "no-vat-rate");
    }

    [Fact]
    public void An_allowance_written_with_a_minus_is_still_taken_off()
    {
        var facts = TestInvoice.Of([TestInvoice.Line(100m, 20)], [TestInvoice.Allowance(10m, 20)]);
        facts = facts with { AllowancesAndCharges = [facts.AllowancesAndCharges[0] with { Amount = -10m }] };
        var fit = Fitting.Fit(facts, VatRounding.PerLine);
        fit.Exact.Should().BeTrue();
        fit.Warnings.Should().ContainSingle(w => w.Code == "allowance-sign");
    }

    [Fact]
    public void A_text_is_entered_as_the_server_keeps_it()
    {
        var facts = TestInvoice.Of(TestInvoice.Line(1m, 20) with { Name = "A <b>bold</b>\r\n\toffer:  1 < 2\u202E " });
        Fitting.Fit(facts, VatRounding.PerLine).Lines.Single().Description.Should().Be("A ‹b›bold‹/b› offer: 1 ‹ 2");
    }

    [Fact]
    public void A_document_without_a_gross_total_is_never_exact()
    {
        var facts = TestInvoice.Of(TestInvoice.Line(1m, 20));
        Fitting.Fit(facts with { Totals = facts.Totals with { Gross = null } }, VatRounding.PerLine).Exact.Should().BeFalse();
    }

    [Fact]
    public void An_allowance_on_a_credit_note_is_taken_off_its_largest_line_of_the_same_rate()
    {
        var facts = TestInvoice.Of([TestInvoice.Line(21.00m, 20, 2, 10.50m), TestInvoice.Line(8.33m, 20), TestInvoice.Line(50m, 10)], [TestInvoice.Allowance(5m, 20)]) with { TypeCode = "381" };

        var fit = Fitting.Fit(facts, VatRounding.PerLine);

        fit.Exact.Should().BeTrue();
        fit.Lines.Select(l => (l.Quantity, l.UnitPrice)).Should().Equal((2m, -8m), (1m, -8.33m), (1m, -50m));
        fit.Lines[0].Description.Should().Contain("less 5.00 (Allowance: Discount)");
        fit.Warnings.Should().ContainSingle(w => w.Code == "folded-into-line").Which.Text.Should().Contain("Discount").And.Contain("5.00");
    }

    [Fact]
    public void One_that_is_more_than_any_line_is_taken_off_several()
    {
        var facts = TestInvoice.Of([TestInvoice.Line(10m, 20), TestInvoice.Line(8m, 20)], [TestInvoice.Allowance(12m, 20)]) with { TypeCode = "381" };

        Fitting.Fit(facts, VatRounding.PerLine).Lines.Select(l => l.UnitPrice).Should().Equal(0m, -6m);
    }

    [Fact]
    public void One_that_the_lines_of_its_rate_cannot_bear_stays_of_the_other_sign()
    {
        var facts = TestInvoice.Of([TestInvoice.Line(10m, 20), TestInvoice.Line(3m, 10)], [TestInvoice.Allowance(5m, 10)]) with { TypeCode = "381" };

        Fitting.Fit(facts, VatRounding.PerLine).Lines.Select(l => l.UnitPrice).Should().Equal(-10m, -3m, 5m);
    }

    [Fact]
    public void No_line_of_a_credit_note_is_split_into_both_signs()
    {
        var facts = TestInvoice.Of([.. Enumerable.Repeat(TestInvoice.Line(0.02m, 20), 7)]) with { TypeCode = "381" };

        var fit = Fitting.Fit(facts, VatRounding.PerLine);

        fit.Lines.Should().OnlyContain(l => l.UnitPrice < 0);
        fit.Differences.Select(d => (d.Where, d.Cents)).Should().Contain(("vat 20", 3m), "so small amounts cannot be split otherwise, and the rest is a draft");
    }

    [Fact]
    public void A_negative_quantity_at_a_negative_price_is_said_with_positive_ones()
    {
        // −2 × −10.50 is stored as −21.00 by the server.
        var fit = Fitting.Fit(TestInvoice.Of(TestInvoice.Line(21m, 20, -2, -10.50m)), VatRounding.PerLine);

        fit.Lines.Single().Should().BeEquivalentTo(new { Quantity = 2m, UnitPrice = 10.50m });
        fit.Exact.Should().BeTrue();
    }

    [Fact]
    public void What_is_predicted_for_the_lines_comes_to_what_is_predicted_for_the_whole()
    {
        var facts = TestInvoice.Of([.. Enumerable.Repeat(TestInvoice.Line(0.99m, 20), 7)]);

        var fit = Fitting.Fit(facts, VatRounding.OfTotal);

        fit.PredictedLines.Select(l => l.Vat).Should().Equal(0.20m, 0.20m, 0.19m, 0.20m, 0.20m, 0.20m, 0.20m);
        fit.PredictedLines.Sum(l => l.Vat).Should().Be(fit.Predicted.Vat);
    }

    [Fact]
    public void VAT_that_is_not_the_rate_of_its_base_is_said_to_be_what_no_lines_make()
    {
        var facts = TestInvoice.Of(TestInvoice.Line(29.33m, 20));
        var wrong = facts with { VatBreakdown = [facts.VatBreakdown[0] with { Amount = 5.88m }], Totals = facts.Totals with { Vat = 5.88m, Gross = 35.21m } };

        Fitting.Fit(wrong, VatRounding.PerLine).Warnings.Should().ContainSingle(w => w.Code == "vat-not-of-base").Which.Text.Should().ContainAll("5.88", "20 % of its base 29.33 is 5.87");
        Fitting.Fit(facts, VatRounding.PerLine).Warnings.Should().NotContain(w => w.Code == "vat-not-of-base");
    }
}
