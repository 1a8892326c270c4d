using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What an invoice comes to, to the cent, for the limits of a policy.</summary>
public sealed class AmountsTests
{
    [Fact]
    public void An_after_image_that_is_a_cent_less_than_the_lines_is_not_believed() =>
        AmountOf(Shown("9999.99"), TwoInstances.Line("x", "1", "8333.33"), TwoInstances.Line("y", "1", "0.01")).Should().Be(10000.01m);

    [Fact]
    public void One_that_is_a_cent_more_is() => AmountOf(Shown("120.01"), TwoInstances.Line("x", "1", "100")).Should().Be(120.01m);

    // Seven lines of 0.99 at 20 %: line by line 8.33, in one sum 8.32.
    [Theory]
    [InlineData("8.33")]
    [InlineData("8.32")]
    public void Either_way_of_rounding_is_right(string total) =>
        AmountOf(Shown(total), [.. Enumerable.Range(0, 7).Select(i => TwoInstances.Line($"x{i}", "1", "0.99"))]).Should().Be(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Another_currency_counts_as_it_is_booked() =>
        AmountOf(Shown("12000").With("currencyRate", "160").With("bookedInclTax", "75.00"), "160", TwoInstances.Line("x", "1", "10000")).Should().Be(75m);

    [Fact]
    public void Lines_in_another_currency_count_at_the_rate_that_is_sent() =>
        AmountOf(Shown("1.00").With("bookedInclTax", "1.00"), "0.5", TwoInstances.Line("x", "1", "100")).Should().Be(240m);

    [Fact]
    public void A_discount_of_a_line_counts() =>
        AmountOf(Shown("90.00"), TwoInstances.Line("x", "1", "100").With("vatRate", "0").With("discountPercent", "10")).Should().Be(90m);

    [Fact]
    public void An_invoice_that_is_found_by_the_same_keys_is_one()
    {
        Reference found = new Reference.Found(Fields.None.With("supplierReference", "F-1"));
        Reference again = new Reference.Found(Fields.None.With("supplierReference", "F-1"));

        Amounts.Of(
        [
            new Operation.Update { Id = "op1", Resource = "supplierInvoice", On = found, Before = Fields.None, Set = Fields.None.With("lines", [TwoInstances.Line("x", "1", "100")]), After = Shown("120.00") },
            new Operation.Validate { Id = "op2", Resource = "supplierInvoice", On = again, After = Shown("120.00") },
        ]).Should().ContainSingle().Which.Amount.Should().Be(120m);
    }

    private static Fields Shown(string gross) => Fields.None.With("totalInclTax", gross);

    private static decimal? AmountOf(Fields after, params Fields[] lines) => AmountOf(after, "", lines);

    private static decimal? AmountOf(Fields after, string rate, params Fields[] lines) => Amounts.Of(
        [new Operation.Create { Id = "op1", Resource = "supplierInvoice", Set = (rate.Length == 0 ? Fields.None : Fields.None.With("currencyRate", rate)).With("lines", lines), After = after }]).Single().Amount;
}
