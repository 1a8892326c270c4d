namespace DolibarrAgent.Changesets.Tests;

public class DaysTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void A_day_has_one_text() => Days.Text(Day).Should().Be("2026-11-20");

    [Fact]
    public void A_day_that_is_not_there_has_no_text() => Days.Text((DateOnly?)null).Should().BeNull();

    [Fact]
    public void The_text_of_a_day_is_that_day() => Days.Strict("2026-11-20").Should().Be(Day);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 2026-11-20")]
    [InlineData("2026-11-20 ")]
    [InlineData("2026-11-20T00:00:00")]
    [InlineData("2026-1-20")]
    [InlineData("20/11/2026")]
    [InlineData("20261120")]
    [InlineData("2026-02-30")]
    public void Any_other_text_is_not_a_day(string? text) => Days.Strict(text).Should().BeNull();

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20 00:00:00")]
    public void A_database_may_write_a_time_behind_a_day(string text) => Days.AtStartOf(text).Should().Be(Day);

    [Theory]
    [InlineData("20261120", "102")]
    [InlineData("20261120", null)]
    [InlineData("202611201530", "203")]
    [InlineData("20261120153000", "204")]
    [InlineData("2026-11-20", null)]
    [InlineData("2026-11-20+01:00", null)]
    [InlineData("2026-11-20T15:30:00Z", null)]
    public void An_invoice_writes_a_day_in_the_ways_of_its_norms(string text, string? format) =>
        Days.OfInvoice(text, format).Should().Be(Day);

    [Theory]
    [InlineData("202611201530", "102")]
    [InlineData("2026-11-20 15:30", null)]
    [InlineData("20112026", "102")]
    [InlineData("1026-11-20", null)]
    [InlineData("20.11.2026", null)]
    public void What_an_invoice_cannot_mean_is_not_guessed(string text, string? format) => Days.OfInvoice(text, format).Should().BeNull();
}
