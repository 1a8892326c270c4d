using DolibarrAgent.Changesets;

namespace DolibarrAgent.Changesets.Tests;

public class DecimalsTests
{
    [Theory]
    [InlineData("1234.50", 1234.50)]
    [InlineData("-0.5", -0.5)]
    [InlineData("20", 20)]
    public void A_number_is_written_with_digits_a_point_and_a_sign(string text, double number) =>
        Decimals.Strict(text).Should().Be((decimal)number);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12,5")]
    [InlineData("1,234.50")]
    [InlineData("1 234")]
    [InlineData(" 1")]
    [InlineData("1e3")]
    [InlineData("1-")]
    public void Any_other_text_is_not_a_number(string? text) => Decimals.Strict(text).Should().BeNull();

    [Theory]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e3")]
    public void Where_nothing_is_below_zero_there_is_no_sign(string text) => Decimals.WithoutSign(text).Should().BeNull();

    [Theory]
    [InlineData("1e+06", 1_000_000)]
    [InlineData("10.50000000", 10.5)]
    [InlineData("-2", -2)]
    public void A_machine_may_write_an_exponent(string text, double number) => Decimals.OfMachine(text).Should().Be((decimal)number);

    [Theory]
    [InlineData("12,5")]
    [InlineData("1,234.50")]
    [InlineData("NaN")]
    public void A_machine_writes_no_comma_either(string text) => Decimals.OfMachine(text).Should().BeNull();

    [Theory]
    [InlineData("20.0000", "20")]
    [InlineData("0.10", "0.1")]
    [InlineData("-3", "-3")]
    public void The_shortest_text_has_no_zeros_at_its_end(string number, string text) =>
        Decimals.Text(Decimals.Strict(number)!.Value).Should().Be(text);

    [Fact]
    public void The_shortest_number_has_none_either() => Decimals.Shortest(20.0000m).Scale.Should().Be(0);

    [Theory]
    [InlineData("12", "12.00")]
    [InlineData("12.5", "12.50")]
    [InlineData("12.345", "12.345")]
    public void Money_has_two_decimals_and_loses_none(string number, string text) =>
        Decimals.Money(Decimals.Strict(number)!.Value).Should().Be(text);

    [Theory]
    [InlineData("12.345", "12.35")]
    [InlineData("-12.345", "-12.35")]
    public void People_read_cents(string number, string text) => Decimals.Cents(Decimals.Strict(number)!.Value).Should().Be(text);

    [Fact]
    public void An_amount_that_is_not_there_has_no_text() => (Decimals.Money(null), Decimals.Cents(null)).Should().Be((null, null));

    [Fact]
    public void People_read_a_rate_with_four_decimals_at_most() => Decimals.Rate(5.512345m).Should().Be("5.5123");

    [Theory]
    [InlineData("0.01", "+1")]
    [InlineData("-0.005", "-0.5")]
    public void A_difference_is_counted_in_cents(string difference, string text) =>
        Decimals.InCents(Decimals.Strict(difference)!.Value).Should().Be(text);

    [Fact]
    public void Halves_are_rounded_away_from_zero_on_both_sides() =>
        (Rounded.Amount(0.125m), Rounded.Amount(-0.125m), Rounded.Price(0.000005m),
            Rounded.Rate(0.00005m), Rounded.ExchangeRate(0.000000005m))
            .Should().Be((0.13m, -0.13m, 0.00001m, 0.0001m, 0.00000001m));
}
