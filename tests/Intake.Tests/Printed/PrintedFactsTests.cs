using DolibarrAgent.Intake.Tests.Proof;

namespace DolibarrAgent.Intake.Tests.Printed;

/// <summary>What the pages prove, as the facts of an invoice.</summary>
public sealed class PrintedFactsTests
{
    [Theory]
    [InlineData("# FACTURE", "380")]
    [InlineData("# AVOIR", "381")]
    [InlineData("# Facture d'acompte", "386")]
    public void The_type_is_that_of_the_title(string title, string type) =>
        PrintedFacts.Of(PrintedPage.Reading("# FACTURE", title), "a.pdf").TypeCode.Should().Be(type);

    [Fact]
    public void What_calls_itself_something_else_has_no_type() =>
        PrintedFacts.Of(PrintedPage.Reading("# FACTURE", "# DEVIS"), "a.pdf").TypeCode.Should().BeNull();

    [Fact]
    public void What_is_proven_is_a_fact()
    {
        var facts = PrintedFacts.Of(PrintedPage.Read([.. PrintedPage.Invoice]), "a.pdf");

        facts.Syntax.Should().Be(InvoiceSyntax.Printed);
        facts.Number.Should().Be("F-1");
        facts.IssueDate.Should().Be(new DateOnly(2026, 3, 13));
        facts.Currency.Should().Be("EUR");
        facts.Seller.Siren.Should().Be("732829320");
        facts.Ibans.Should().Equal("FR7630006000011234567890189");
        facts.Totals.Should().Be(new Totals { LineTotal = 100, Net = 100, Vat = 20, Gross = 120 });
        facts.VatBreakdown.Should().Equal(new VatEntry { Rate = 20, Base = 100, Amount = 20 });
    }
}
