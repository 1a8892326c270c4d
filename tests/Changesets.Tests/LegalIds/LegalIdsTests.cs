namespace DolibarrAgent.Changesets.Tests;

public class LegalIdsTests
{
    [Theory]
    [InlineData("303265045", true)]
    [InlineData("303 265 045", true)]
    [InlineData("303.265-045", true)]
    [InlineData("303265046", true)]
    [InlineData("30326504", false)]
    [InlineData("30326504500012", false)]
    [InlineData("30326504A", false)]
    [InlineData("٣٠٣٢٦٥٠٤٥", false)]
    [InlineData("", false)]
    public void A_SIREN_has_nine_digits(string text, bool isSiren) => LegalIds.IsSiren(text).Should().Be(isSiren);

    [Theory]
    [InlineData("303 265 045 00012", true)]
    [InlineData("303265045", false)]
    public void A_SIRET_has_fourteen(string text, bool isSiret) => LegalIds.IsSiret(text).Should().Be(isSiret);

    [Theory]
    [InlineData("303 265 045", true)]
    [InlineData("303265054", false)]
    [InlineData("", false)]
    public void The_check_digit_of_a_SIREN_tells_a_wrong_one(string text, bool fits) => LegalIds.HasCheckDigit(text).Should().Be(fits);

    [Theory]
    [InlineData("ATU12345678")]
    [InlineData("BE 0123.456.789")]
    [InlineData("CHE-123.456.789 MWST")]
    [InlineData("CHE123456789")]
    [InlineData("DE123456789")]
    [InlineData("EL123456789")]
    [InlineData("GR123456789")]
    [InlineData("ESX1234567Z")]
    [InlineData("fr 40 303 265 045")]
    [InlineData("FRK7399859412")]
    [InlineData("GB123456789")]
    [InlineData("GBGD123")]
    [InlineData("IE1234567WA")]
    [InlineData("IE1A23456W")]
    [InlineData("LT123456789012")]
    [InlineData("NL123456789B01")]
    [InlineData("NO 123 456 789 MVA")]
    [InlineData("XI123456789")]
    [InlineData("US12-3456789")]
    [InlineData("1234")]
    public void A_VAT_number_has_the_form_of_its_country(string text) => VatNumberForm.Fits(text).Should().BeTrue();

    [Theory]
    [InlineData("FR12345")]
    [InlineData("FR4030326504A")]
    [InlineData("FRO1303265045")]
    [InlineData("DE12345678")]
    [InlineData("DE1234567890")]
    [InlineData("BE2123456789")]
    [InlineData("IT1234567890")]
    [InlineData("NL123456789")]
    [InlineData("ATU1234567")]
    [InlineData("US1")]
    [InlineData("US1234567890123456789")]
    [InlineData("US12/34567")]
    [InlineData("US123")]
    [InlineData("NEANT")]
    [InlineData("EXEMPT")]
    [InlineData("NONE")]
    [InlineData("")]
    public void Any_other_is_not_a_VAT_number(string text) => VatNumberForm.Fits(text).Should().BeFalse();
}
