namespace DolibarrAgent.Changesets.Tests;

public class QuantitiesTests
{
    [Theory]
    [InlineData("1000000", true)]
    [InlineData("12.345", true)]
    [InlineData("1025.508", true)]
    [InlineData("0.5999", true)]
    [InlineData("74391833", false)]
    [InlineData("400.00001", false)]
    [InlineData("16777216", false)]
    [InlineData("10000000", false)]
    [InlineData("0.123456", false)]
    [InlineData("0.12345", true)]
    [InlineData("-2.50", true)]
    public void A_quantity_is_kept_where_it_has_at_most_seven_digits_and_five_decimals(string quantity, bool kept) =>
        Quantities.IsKept(Decimals.Strict(quantity)!.Value).Should().Be(kept);
}
