namespace DolibarrAgent.Intake.Tests.Proof;

public sealed class DaysProofTests
{
    private const string Date = "Date de facture 13/03/2026";

    [Theory]
    [InlineData("Date 3 mars 2026")]
    [InlineData("Date d'émission 03.03.2026")]
    [InlineData("Rechnungsdatum 3. März 2026")]
    [InlineData("Invoice date March 3rd, 2026")]
    [InlineData("Factuurdatum 03-03-26")]
    [InlineData("Rechnungsdatum 2026.03.03")]
    [InlineData("Lyon, le 3 mars 2026")]
    public void A_day_is_read_as_people_write_it(string row) => DateOf(row).Should().Be(new DateOnly(2026, 3, 3));

    [Theory]
    [InlineData("Date de commande 03/03/2026")]
    [InlineData("Date de livraison 03/03/2026")]
    [InlineData("Original invoice no. F-7 dated 3 March 2026")]
    [InlineData("Livré le 3 mars 2026")]
    [InlineData("Payé le 03/03/2026")]
    [InlineData("Comptant le 03/03/2026")]
    public void The_day_of_something_else_is_not_the_invoice_s(string row) =>
        PrintedPage.Reading(Date, row).Date.Should().BeOfType<PageField<DateOnly>.NotThere>();

    [Theory]
    [InlineData("Invoice date: 03/04/2026")]
    [InlineData("Invoice date: 03-04-2026")]
    public void A_day_that_an_American_reads_otherwise_is_left_to_a_person(string row) =>
        PrintedPage.Read("Harrow Digital Ltd", "Phone 0123", "VAT no. GB405472274", "# INVOICE", "Invoice number 12", row,
            "Net total | 100.00 GBP", "VAT 20 % | 20.00 GBP", "Grand total | 120.00 GBP")
            .Gaps.Should().Equal(PageGap.Date);

    [Fact]
    public void Two_days_are_left_to_a_person() =>
        PrintedPage.Reading(Date, Date, "Date de facture 14/03/2026").Gaps.Should().Equal(PageGap.Date);

    [Fact]
    public void The_day_until_which_a_discount_is_given_is_not_when_all_is_due() =>
        PrintedPage.With("Échéance 23/03/2026 avec escompte 2 %").DueDate.Should().NotBeOfType<PageField<DateOnly>.Proven>();

    [Fact]
    public void Nothing_is_due_before_the_day_of_the_invoice() =>
        PrintedPage.With("Échéance 12/03/2026").DueDate.Should().NotBeOfType<PageField<DateOnly>.Proven>();

    private static DateOnly? DateOf(string row) => PrintedPage.Reading(Date, row).Date is PageField<DateOnly>.Proven proven ? proven.Value
        : null;
}
