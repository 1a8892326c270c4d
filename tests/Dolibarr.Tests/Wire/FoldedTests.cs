namespace DolibarrAgent.Dolibarr.Tests;

public class FoldedTests
{
    [Theory]
    [InlineData("FR 40 303 265 045", "FR40303265045")]
    [InlineData("fr40.303-265\u00A0045", "FR40303265045")]
    [InlineData("", "")]
    public void An_identifier_keeps_its_letters_and_digits(string text, string folded) => Folded.Identifier(text).Should().Be(folded);

    [Theory]
    [InlineData("  F 1  ", "F 1")]
    [InlineData("F\u00A01", "F 1")]
    [InlineData("F\u202F \t1", "F 1")]
    [InlineData("f-1", "f-1")]
    [InlineData("\u00A0", "")]
    public void A_reference_is_trimmed_and_its_white_space_is_all_alike(string text, string folded) => Folded.Reference(text).Should().Be(folded);
}
