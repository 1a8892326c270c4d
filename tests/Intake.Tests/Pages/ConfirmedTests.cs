using System.Collections.Immutable;

namespace DolibarrAgent.Intake.Tests.Pages;

/// <summary>What two recognitions of one page say of its words.</summary>
public sealed class ConfirmedTests
{
    [Fact]
    public void Words_that_both_read_are_confirmed() => Marks([At("Total", 0), At("72,00", 100)], [At("Total", 1), At("72,00", 99)])
        .Should().Equal(true, true);

    [Fact]
    public void A_word_that_was_read_otherwise_is_not() => Marks([At("72,00", 0)], [At("12,00", 0)]).Should().Equal(false);

    [Fact]
    public void A_word_that_was_not_seen_again_is_not() => Marks([At("72,00", 0)], [At("72,00", 300)]).Should().Equal(false);

    [Fact]
    public void A_part_of_a_word_does_not_confirm_it() => Marks([At("2,00", 10)], [At("12,00", 5)]).Should().Equal(false);

    [Fact]
    public void A_sign_within_a_number_counts() => Marks([At("1.234", 0), At("-5", 100)], [At("1,234", 0), At("5", 102)]).Should()
        .Equal(false, false);

    [Fact]
    public void A_word_that_was_read_as_two_is_compared_with_both() =>
        Marks([At("N°", 0), At("F-1", 20)], [At("N°F-1", 0)]).Should().Equal(true, true);

    [Fact]
    public void Specks_around_a_word_do_not_count() => Marks([At("|Total:", 0)], [At("Total", 3)]).Should().Equal(true);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void What_one_of_them_read_unclearly_is_not_confirmed(bool first, bool second) =>
        Marks([At("72,00", 0) with { IsClear = first }], [At("72,00", 0) with { IsClear = second }]).Should().Equal(false);

    private static IEnumerable<bool> Marks(ImmutableArray<PageWord> words, ImmutableArray<PageWord> others) =>
        Confirmed.By(words, others).Select(word => word.IsConfirmed);

    private static PageWord At(string text, double left) => new(text, new Box(left, 100, left + (6 * text.Length), 110)) { IsClear = true };
}
