namespace DolibarrAgent.Changesets.Tests;

public class IbanFormTests
{
    private const string French = "FR7630006000011234567890189";

    [Theory]
    [InlineData(French)]
    [InlineData("fr76 3000 6000 0112 3456 7890 189")]
    [InlineData("DE89370400440532013000")]
    public void One_is_entered_however_it_is_spaced(string text) => IbanForm.IsOne(text).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("X")]
    [InlineData("FR7630006000011234567890188")]
    [InlineData("FR76-3000-6000-0112-3456-7890-189")]
    [InlineData("30006000011234567890189")]
    public void Nothing_else_is_entered(string text) => IbanForm.IsOne(text).Should().BeFalse();

    [Fact]
    public void One_that_is_too_long_for_its_country_is_not_entered_though_its_check_digits_match()
    {
        const string belgian = "BE03510007547061000";
        IbanForm.HasCheckDigits(belgian).Should().BeTrue();
        IbanForm.IsOne(belgian).Should().BeFalse();
    }

    [Theory]
    [InlineData(French, true)]
    [InlineData("DE89370400440532013000", true)]
    [InlineData("DE89370400440532013001", false)]
    [InlineData("X", false)]
    public void Its_check_digits_are_checked(string bare, bool right) => IbanForm.HasCheckDigits(bare).Should().Be(right);

    [Fact]
    public void Two_writings_of_one_account_are_the_same_bare() => IbanForm.Bare("fr76-3000.6000 0112 3456 7890 189").Should().Be(French);

    [Fact]
    public void A_document_may_have_wrong_check_digits() =>
        IbanForm.OfDocument("DE89 3704 0044 0532 0130 01").Should().Be("DE89370400440532013001");

    [Theory]
    [InlineData(null)]
    [InlineData("1234567890123456")]
    [InlineData("FR76 3000")]
    public void Another_number_of_an_account_is_not_one(string? text) => IbanForm.OfDocument(text).Should().BeNull();

    [Fact]
    public void In_a_text_one_ends_where_its_country_ends_it() =>
        IbanForm.In("Pay to FR76 3000 6000 0112 3456 7890 189 within 30 days, ref DE12.").Should().Equal(French);

    [Fact]
    public void In_a_log_it_is_masked() => IbanForm.Masked($"paid to {French}.").Should().Be("paid to FR***.");
}
