namespace DolibarrAgent.Intake.Tests.Proof;

public sealed class NumberProofTests
{
    private const string Number = "Facture n° F-1";

    [Fact]
    public void Two_numbers_are_left_to_a_person() =>
        PrintedPage.Reading(Number, Number, "N° de facture F-2").Number.Should().BeOfType<PageField<string>.Several>();

    [Fact]
    public void A_number_in_a_sentence_is_that_of_any_invoice() =>
        PrintedPage.With("Nos marchandises de la facture n° F-9 restent dues").Number.ValueOrDefault.Should().Be("F-1");

    [Fact]
    public void The_number_of_an_order_or_a_customer_is_not_the_invoice_s() =>
        PrintedPage.Reading(Number, "N° client 4711", "Votre commande 815").Number.Should().BeOfType<PageField<string>.NotThere>();

    [Fact]
    public void A_list_of_invoices_has_several() =>
        PrintedPage.Reading(Number, "Numéro de facture", "F-1", "F-2").Number.Should().BeOfType<PageField<string>.Several>();

    [Fact]
    public void A_head_has_its_number_beneath_it() =>
        PrintedPage.Reading(Number, "N° client | N° de facture | Page", "4711 | F-8 | 1").Number.ValueOrDefault.Should().Be("F-8");

    [Fact]
    public void The_word_for_a_number_alone_counts_beside_that_for_the_day() =>
        PrintedPage.Reading(Number, "Numéro | Date", "F-8 | 13/03/2026").Number.ValueOrDefault.Should().Be("F-8");

    [Fact]
    public void Two_invoices_in_one_file_are_not_proven_as_one()
    {
        var second = PrintedPage.Invoice.Select(row => row == Number ? "Facture n° F-2" : row).ToArray();
        PageProof.Of([PrintedPage.Of(1, [.. PrintedPage.Invoice]), PrintedPage.Of(2, second)]).IsProven.Should().BeFalse();
    }
}
