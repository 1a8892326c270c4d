using System.Collections.Immutable;

namespace DolibarrAgent.Intake.Tests.Proof;

/// <summary>What words prove that were recognised in a picture, once or twice.</summary>
public sealed class RecognisedProofTests
{
    private const string Vat = "FR44732829320";
    private const string Failing = "FR44732829321";

    [Fact]
    public void What_is_recognised_twice_as_the_same_is_proven() => Read(Page()).Gaps.Should().BeEmpty();

    [Fact]
    public void What_is_recognised_once_is_proven_where_check_digits_or_sums_hold() =>
        Read(Page().Without("F-1", "13/03/2026", Vat, "120,00")).Gaps.Should().Equal(PageGap.Number, PageGap.Date);

    [Fact]
    public void An_id_that_fails_its_check_digits_is_proven_where_it_was_read_twice() =>
        Read(Page().With(Vat, Failing)).Seller.Should().BeOfType<PageField<PageParty>.Proven>()
            .Which.Value.Should().Be(new PageParty(Failing, null, null, false));

    [Fact]
    public void An_id_that_fails_them_may_be_misread_where_it_was_read_once() =>
        Read(Page().With(Vat, Failing).Without(Failing)).Gaps.Should().Equal(PageGap.Seller);

    [Fact]
    public void An_id_that_fails_them_is_open_beside_one_that_nearly_reads_so() =>
        Read(Page("SIREN 732 829 320").With(Vat, Failing)).Gaps.Should().Equal(PageGap.Seller);

    [Fact]
    public void An_account_that_fails_its_check_digits_may_be_misread() =>
        Read(Page().With("FR7630006000011234567890189", "FR7630006000011234567890180"))
            .Iban.Should().BeOfType<PageField<string>.Several>();

    [Theory]
    [InlineData("F-1", PageGap.Number)]
    [InlineData("13/03/2026", PageGap.Date)]
    [InlineData(Vat, PageGap.Seller)]
    public void What_was_read_with_doubt_proves_nothing(string doubtful, PageGap gap) =>
        Read(Page().Each(word => word.Text == doubtful, word => word with { IsDoubtful = true })).Gaps.Should().Equal(gap);

    [Theory]
    [InlineData("FO2026")]
    [InlineData("0ST250")]
    [InlineData("CLIO215")]
    [InlineData("AlB-12")]
    [InlineData("2026-O-1")]
    public void A_number_whose_letters_may_be_digits_proves_nothing(string number) =>
        Read(Page().With("F-1", number)).Gaps.Should().Equal(PageGap.Number);

    [Theory]
    [InlineData("2026-101")]
    [InlineData("FA-2026-010")]
    [InlineData("INV2026-7")]
    [InlineData("FA0012")]
    [InlineData("RK21012345")]
    public void A_number_whose_letters_stand_apart_is_proven(string number) =>
        Read(Page().With("F-1", number)).Number.ValueOrDefault.Should().Be(number);

    [Fact]
    public void A_label_that_one_reading_misses_is_taken_from_the_other() =>
        Read(Page().With("Facture", "Fac1ure", "Date", "Oate", "HT", "Hl") with { Again = Page().Words }).Gaps.Should().BeEmpty();

    [Fact]
    public void Two_readings_that_say_two_things_prove_neither() =>
        Read(Page() with { Again = Page().With("13/03/2026", "18/03/2026").Words })
            .Date.Should().BeOfType<PageField<DateOnly>.Several>().Which.Candidates.Should().HaveCount(2);

    [Fact]
    public void Lines_are_those_of_the_reading_that_closes() =>
        Read(Page().With("80,00", "8O,00") with { Again = Page().Words }).Lines.Should().HaveCount(2);

    private static PageReading Read(Page page) => PageProof.Of([page]);

    private static Page Page(params string[] more)
    {
        var page = PrintedPage.Of(1, [.. PrintedPage.Invoice, .. more]);
        return page with { Source = PageTextSource.Recognised, Words = [.. page.Words.Select(word => word with { IsConfirmed = true })] };
    }
}

/// <summary>Pages on which some words are others.</summary>
internal static class ChangedWords
{
    /// <summary>Each second text in place of the one before it.</summary>
    public static Page With(this Page page, params string[] texts) => page.Each(word => texts.AsSpan().IndexOf(word.Text) is >= 0 and var at
        && at % 2 == 0, word => word with { Text = texts[texts.AsSpan().IndexOf(word.Text) + 1] });

    /// <summary>Words that the second recognition did not confirm.</summary>
    public static Page Without(this Page page, params ImmutableArray<string> texts) =>
        page.Each(word => texts.Contains(word.Text), word => word with { IsConfirmed = false });

    /// <summary>Changes some words.</summary>
    public static Page Each(this Page page, Func<PageWord, bool> which, Func<PageWord, PageWord> change) =>
        page with { Words = [.. page.Words.Select(word => which(word) ? change(word) : word)] };
}
