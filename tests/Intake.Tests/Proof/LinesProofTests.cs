namespace DolibarrAgent.Intake.Tests.Proof;

public sealed class LinesProofTests
{
    [Fact]
    public void Lines_that_make_the_net_amount_are_proven() =>
        PrintedPage.Read([.. PrintedPage.Invoice]).Lines.Select(line => (line.Description, line.Quantity, line.UnitPrice, line.Net))
            .Should().Equal(("Conseil", 2m, 40m, 80m), ("Formation", 1m, 20m, 20m));

    [Fact]
    public void Lines_that_do_not_make_it_are_not() =>
        PrintedPage.Reading("Formation | 1 | 20,00 | 20,00 €", "Formation | 1 | 19,00 | 19,00 €").Lines.Should().BeEmpty();

    [Fact]
    public void A_discount_with_its_amount_in_the_column_is_a_line() =>
        PrintedPage.Reading("Formation | 1 | 20,00 | 20,00 €", "Formation | 1 | 25,00 | 25,00 €",
            "Remise | | | -5,00 €").Lines.Should().HaveCount(3);

    [Fact]
    public void A_description_goes_on_in_the_rows_beneath_it() =>
        PrintedPage.Reading("Formation | 1 | 20,00 | 20,00 €", "en organisation",
            "Formation | 1 | 20,00 | 20,00 €").Lines[0].Description.Should().Be("Conseil en organisation");

    [Fact]
    public void What_is_carried_to_the_next_page_is_not_a_line() =>
        PrintedPage.Reading("Formation | 1 | 20,00 | 20,00 €", "À reporter | | | 80,00 €",
            "Formation | 1 | 20,00 | 20,00 €").Lines.Should().HaveCount(2);

    [Fact]
    public void Lines_that_say_another_rate_than_the_breakdown_are_not_proven() =>
        PrintedPage.Read([.. PrintedPage.Invoice.Select(row => row switch
        {
            "Désignation | Qté | PU HT | Montant HT" => "Désignation | Qté | TVA | Montant HT",
            "Conseil | 2 | 40,00 | 80,00 €" => "Conseil | 2 | 20 % | 80,00 €",
            "Formation | 1 | 20,00 | 20,00 €" => "Formation | 1 | 10 % | 20,00 €",
            _ => row,
        })]).Lines.Should().BeEmpty();
}
