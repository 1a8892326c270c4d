namespace DolibarrAgent.Intake.Tests.Checks;

public sealed class CheckDigitsTests
{
    [Theory]
    [InlineData("303265045", true)]
    [InlineData("424761419", true)]
    [InlineData("303265046", false)]
    [InlineData("30326504500011", true)]
    [InlineData("30326504500012", false)]
    [InlineData("35600000000048", true)]
    [InlineData("3032650", false)]
    [InlineData("30326504X", false)]
    public void A_SIREN_or_SIRET_is_checked(string digits, bool right) => CheckDigits.IsSirenOrSiret(digits).Should().Be(right);

    [Theory]
    [InlineData("FR40303265045", true)]
    [InlineData("FR22424761419", true)]
    [InlineData("FR41303265045", false)]
    [InlineData("FRK7399859412", true)]
    [InlineData("FR4030326504", false)]
    public void The_key_of_a_French_VAT_identifier_is_checked(string vatId, bool right) => CheckDigits.IsFrenchVatId(vatId).Should().Be(right);
}
