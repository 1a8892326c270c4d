namespace DolibarrAgent.Intake.Tests.Proof;

public sealed class IbanProofTests
{
    private const string Own = "IBAN FR7630006000011234567890189";
    private const string Other = "DE91056224154990951454";

    [Fact]
    public void The_one_account_is_the_one_to_pay_to() =>
        PrintedPage.Read([.. PrintedPage.Invoice]).Should().Match<PageReading>(reading =>
            reading.Iban.ValueOrDefault == "FR7630006000011234567890189" && reading.HoldsIbanCheckDigits);

    [Fact]
    public void Two_accounts_are_left_to_a_person() =>
        PrintedPage.With($"Factor IBAN {Other}").Iban.Should().BeOfType<PageField<string>.Several>();

    [Theory]
    [InlineData("Sera prélevé sur votre compte IBAN")]
    [InlineData("Per Lastschrift von Ihrem Konto IBAN")]
    [InlineData("Direct debit from your account IBAN")]
    [InlineData("Addebito sul vostro conto IBAN")]
    public void The_account_that_is_debited_is_the_buyer_s(string words) =>
        PrintedPage.Reading(Own, $"{words} {Other}").Iban.Should().BeOfType<PageField<string>.NotThere>();

    [Fact]
    public void Where_the_amount_is_debited_an_account_of_nobody_s_is_not_proven() =>
        PrintedPage.With("x", "x", "Règlement par prélèvement").Iban.Should().BeOfType<PageField<string>.Several>();

    [Fact]
    public void A_wrong_account_stands_so_on_the_page() =>
        PrintedPage.Reading(Own, "IBAN FR7630006000011234567890180").Should().Match<PageReading>(reading =>
            reading.Iban is PageField<string>.Proven && !reading.HoldsIbanCheckDigits);
}
