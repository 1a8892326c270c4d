namespace DolibarrAgent.Intake.Tests.Checks;

public sealed class NoVatChecksTests
{
    [Theory]
    [InlineData("AE", "reverse-charge", "declared by the buyer")]
    [InlineData("K", "intra-community", "declared by the buyer")]
    [InlineData("G", "export", "export")]
    [InlineData("O", "outside-vat", "not subject to VAT")]
    [InlineData("E", "exempt", "exempt")]
    [InlineData("Z", "zero-rated", "zero-rated")]
    public void What_no_VAT_is_asked_on_is_entered_at_0_percent_and_its_reason_said(string category, string code, string words)
    {
        var facts = TestInvoice.Of(TestInvoice.Line(100m, 0));
        facts = facts with { VatBreakdown = [facts.VatBreakdown[0] with { Category = category, Exemption = "Art. 283" }] };

        Of(facts).Should().ContainSingle().Which.Should().Match<IntakeWarning>(w => w.Code == code && w.Text.Contains(words) && w.Text.Contains("100.00") && w.Text.Contains("Art. 283"));
        Fitting.Fit(facts, VatRounding.PerLine).Lines.Should().OnlyContain(l => l.VatRate == 0);
    }

    [Fact]
    public void VAT_that_is_asked_on_it_all_the_same_is_a_contradiction()
    {
        var facts = TestInvoice.Of(TestInvoice.Line(100m, 20));

        Of(facts with { VatBreakdown = [facts.VatBreakdown[0] with { Category = "AE" }] }).Should().ContainSingle().Which.Should().Match<IntakeWarning>(w => w.Code == "vat-against-category" && w.Text.Contains("20.00"));
        Of(facts).Should().BeEmpty();
    }

    private static IEnumerable<IntakeWarning> Of(InvoiceFacts facts) => NoVatChecks.Of(facts);
}
