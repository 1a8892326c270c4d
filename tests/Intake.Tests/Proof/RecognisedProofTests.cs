namespace DolibarrAgent.Intake.Tests.Proof;

public sealed class RecognisedProofTests
{
    [Fact]
    public void What_is_recognised_is_proven_where_its_ids_hold() => Recognised("none").Gaps.Should().BeEmpty();

    [Fact]
    public void An_id_that_fails_its_check_digits_may_be_misread() =>
        Recognised("none", "N° TVA FR44732829321").Gaps.Should().Equal(PageGap.Seller);

    [Fact]
    public void An_account_that_fails_them_may_be_misread() =>
        PageProof.Of([Page("none") with { Words = [.. Page("none").Words
            .Select(word => word.Text.StartsWith("FR76", StringComparison.Ordinal) ? word with { Text = "FR7630006000011234567890180" }
                : word)] }], PageOwner.Unknown)
            .Iban.Should().BeOfType<PageField<string>.Several>();

    [Theory]
    [InlineData("F-1", PageGap.Number)]
    [InlineData("13/03/2026", PageGap.Date)]
    [InlineData("FR44732829320", PageGap.Seller)]
    public void What_was_read_with_doubt_proves_nothing(string doubtful, PageGap gap) => Recognised(doubtful).Gaps.Should().Equal(gap);

    private static PageReading Recognised(string doubtful, string vat = "N° TVA FR44732829320") =>
        PageProof.Of([Page(doubtful, vat)], PageOwner.Unknown);

    private static Page Page(string doubtful, string vat = "N° TVA FR44732829320")
    {
        var page = PrintedPage.Of(1, [.. PrintedPage.Invoice.Select(row => row == "N° TVA FR44732829320" ? vat : row)]);
        return page with
        {
            Source = PageTextSource.Recognised,
            Words = [.. page.Words.Select(word => word.Text == doubtful
            ? word with { IsDoubtful = true } : word)]
        };
    }
}
