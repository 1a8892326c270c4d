namespace DolibarrAgent.Intake.Tests.Checks;

public sealed class VatDigitsTests
{
    [Theory]
    [InlineData("ATU13585627")]
    [InlineData("BE0776091951")]
    [InlineData("CHE100155212")]
    [InlineData("DE136695976")]
    [InlineData("DK13585628")]
    [InlineData("ES54362315K")]
    [InlineData("ESB88696729")]
    [InlineData("FI20774740")]
    [InlineData("FR40303265045")]
    [InlineData("GB980780684")]
    [InlineData("IE6433435F")]
    [InlineData("IT00743110157")]
    [InlineData("LU15027442")]
    [InlineData("NL004495445B01")]
    [InlineData("PL8567346215")]
    [InlineData("PT501964843")]
    [InlineData("SE123456789701")]
    public void Numbers_whose_check_digits_hold_are_right_and_with_one_digit_changed_wrong(string number)
    {
        VatDigits.Hold(number).Should().BeTrue();
        var at = number.IndexOfAny(['1', '2', '3', '4', '5', '6', '7', '8'], 4);
        VatDigits.Hold(number[..at] + (char)(number[at] + 1) + number[(at + 1)..]).Should().BeFalse();
    }

    [Fact]
    public void A_sole_trader_s_Dutch_number_has_check_digits_of_its_own() => VatDigits.Hold("NL123456789B13").Should().BeTrue();

    [Fact]
    public void Where_nothing_is_known_nothing_is_said() => VatDigits.Hold("HU12345678").Should().BeNull();
}
