using System.Collections.Immutable;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite.Tests.Deciding;

/// <summary>What of a proposal is refused because it stands nowhere on the pages.</summary>
public sealed class PagesHoldTests
{
    private static readonly DateOnly Day = new(2026, 11, 14);

    [Fact]
    public void What_stands_there_is_taken() =>
        Places(Hold(Pages("Facture PP-1 du 14/11/2026", "Total 72,00")), "PP-1", Day, 72).Should().BeEmpty();

    [Fact]
    public void What_does_not_is_refused_for_each_thing() =>
        Places(Hold(Pages("Facture PP-1 du 14/11/2026", "Total 72,00")), "PP-2", new(2026, 11, 15), 72.1m).Should()
            .Equal("reference", "date", "gross");

    [Fact]
    public void A_part_of_the_number_is_not_the_number() =>
        Places(Hold(Pages("Facture PP-118")), "PP-11", null, null).Should().Equal("reference");

    [Fact]
    public void A_word_that_may_be_misread_stands_there()
    {
        var page = Page("PP-1") with { Words = [Word("PP-1", 0, 0) with { IsDoubtful = true }] };

        Places(Hold(new PageWords([], []) { Pages = [page] }), "PP-1", null, null).Should().BeEmpty();
    }

    [Fact]
    public void What_the_mail_or_the_person_says_counts() =>
        Places(Hold(Pages("Facture"), "The invoice is PP-1 of 14/11/2026, in all 72.00 EUR."), "PP-1", Day, 72).Should().BeEmpty();

    [Fact]
    public void Where_pages_of_a_file_were_not_read_nothing_is_refused() =>
        Places(Hold(Pages("Facture PP-1") with { Unread = ["b.pdf"] }), "PP-2", Day, 72).Should().BeEmpty();

    [Fact]
    public void Without_pages_nothing_is_refused() =>
        Places(Hold(new PageWords([], []), "Facture PP-1"), "PP-2", Day, 72).Should().BeEmpty();

    [Theory]
    [InlineData("Pay to FR76 3000 6000 0112 3456 7890 189", 0)]
    [InlineData("Pay to DE89 3704 0044 0532 0130 00", 1)]
    [InlineData("Pay soon", 0)]
    [InlineData(null, 0)]
    public void An_account_in_a_note_stands_there(string? note, int refused) =>
        Hold(Pages("IBAN FR7630006000011234567890189")).Accounts("note", note).Should().HaveCount(refused);

    private static PagesHold Hold(PageWords pages, params ImmutableArray<string> others) => new(pages, others);

    private static PageWords Pages(params string[] rows) => new([], []) { Pages = [Page(rows)] };

    private static Page Page(params string[] rows) => new()
    {
        Number = 1,
        Width = 595,
        Height = 842,
        Source = PageTextSource.Text,
        Words = [.. rows.SelectMany((row, y) => row.Split(' ').Select((word, x) => Word(word, x * 40, y * 12)))],
    };

    private static PageWord Word(string text, double left, double top) => new(text, new Box(left, top, left + 35, top + 10));

    private static IEnumerable<string> Places(PagesHold hold, string? number, DateOnly? date, decimal? gross) =>
        hold.Of(number, date, gross).Select(problem => problem.Place);
}
