namespace DolibarrAgent.Intake.Tests.Proof;

public sealed class SellerProofTests
{
    private const string Seller = "N° TVA FR44732829320";
    private const string Other = "FR96552100554";

    [Fact]
    public void An_id_that_may_be_the_buyer_s_proves_nothing_however_alone_it_stands() =>
        PrintedPage.Read([.. PrintedPage.Invoice.Where(row => row != "Tél. 01 23 45 67 89"
            && !row.StartsWith("IBAN", StringComparison.Ordinal))])
            .Seller.Should().BeOfType<PageField<PageParty>.Several>();

    [Fact]
    public void An_id_that_is_said_to_be_the_buyer_s_is_not_the_seller_s() =>
        PrintedPage.Reading(Seller, $"Votre N° TVA {Other}").Seller.Should().BeOfType<PageField<PageParty>.NotThere>();

    [Fact]
    public void An_id_under_the_buyer_s_heading_is_not_the_seller_s() =>
        VatOf(PrintedPage.Reading("# FACTURE", "Facturé à", "Imprimerie du Lac", $"N° TVA {Other}",
            "# FACTURE")).Should().Be("FR44732829320");

    [Fact]
    public void A_factor_a_representative_or_a_group_is_not_the_seller() =>
        VatOf(PrintedPage.With($"Atelier Duval, société du groupe Exemple, N° TVA {Other}")).Should().Be("FR44732829320");

    [Fact]
    public void A_number_at_the_foot_that_fails_its_check_digits_is_misprinted_beside_ids_that_all_hold() =>
        VatOf(PrintedPage.Reading(Seller, Seller, "SIREN 732 829 320", "# FACTURE", "", "", "Autre SARL au capital de 500 euros",
            "N° TVA FR96552100555")).Should().Be("FR44732829320");

    [Fact]
    public void Two_companies_that_both_write_of_themselves_are_left_to_a_person() =>
        PrintedPage.With("Autre SARL au capital de 500 euros", $"N° TVA {Other}").Seller.Should().BeOfType<PageField<PageParty>.Several>();

    [Theory]
    [InlineData("P. IVA 19992800482", "IT19992800482")]
    [InlineData("CIF B88696729", "ESB88696729")]
    public void A_number_as_a_country_writes_it_at_home_is_a_VAT_number(string written, string number) =>
        VatOf(PrintedPage.Reading(Seller, written)).Should().Be(number);

    [Fact]
    public void A_number_that_fails_its_check_digits_is_shown_so() =>
        PrintedPage.Reading(Seller, "USt-IdNr. DE123456789").Seller.ValueOrDefault?.HasCheckDigits.Should().BeFalse();

    [Fact]
    public void A_number_of_a_country_whose_check_digits_are_not_known_is_neither_right_nor_wrong() =>
        PrintedPage.Reading(Seller, "VAT no. HU12345678").Seller.ValueOrDefault?.HasCheckDigits.Should().BeNull();

    private static string? VatOf(PageReading reading) => reading.Seller.ValueOrDefault?.VatNumber;
}
