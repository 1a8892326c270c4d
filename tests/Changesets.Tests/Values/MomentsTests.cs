namespace DolibarrAgent.Changesets.Tests;

public class MomentsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 11, 4, 5, 678, TimeSpan.FromHours(1));

    [Fact]
    public void A_file_has_it_in_utc_to_the_second() => Moments.Text(At).Should().Be("2026-11-23T10:04:05Z");

    [Fact]
    public void The_ledger_has_it_to_the_millisecond() => Moments.TextToTheMillisecond(At).Should().Be("2026-11-23T10:04:05.678Z");

    [Fact]
    public void People_read_it_with_its_zone() => Moments.Shown(At).Should().Be("2026-11-23 10:04:05 UTC");

    [Fact]
    public void A_column_says_the_zone_in_its_heading() => Moments.ShownUnderUtc(At).Should().Be("2026-11-23 10:04:05");

    [Fact]
    public void Of_today_the_time_is_enough() => Moments.ShownOfToday(At).Should().Be("10:04:05 UTC");

    [Fact]
    public void A_clock_is_shown_as_the_one_on_the_wall() => Moments.ShownWhereItIs(At).Should().Be("2026-11-23 11:04");

    [Fact]
    public void Its_day_is_that_of_utc() =>
        Moments.Day(new DateTimeOffset(2026, 11, 23, 0, 30, 0, TimeSpan.FromHours(1))).Should().Be(new DateOnly(2026, 11, 22));

    [Fact]
    public void To_the_second_it_is_what_its_text_says() => Moments.ToTheSecond(At).Should().Be(Moments.Strict(Moments.Text(At))!.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("2026-11-23 10:04:05Z")]
    [InlineData("2026-11-23T10:04:05")]
    [InlineData("2026-11-23T10:04:05+00:00")]
    [InlineData("2026-11-23T10:04:05.678Z")]
    public void Any_other_text_is_not_a_moment(string? text) => Moments.Strict(text).Should().BeNull();
}
