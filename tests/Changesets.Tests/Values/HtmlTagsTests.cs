using System.Text;

namespace DolibarrAgent.Changesets.Tests;

public class HtmlTagsTests
{
    [Theory]
    [InlineData("<b>VPS</b>", true)]
    [InlineData("a </ b", true)]
    [InlineData("<!-- x", true)]
    [InlineData("a <b", true)]
    [InlineData("a < b", false)]
    [InlineData("a <3", false)]
    [InlineData("a <", false)]
    public void What_begins_like_one_is_one_to_Dolibarr(string text, bool isThere) => HtmlTags.AreIn(text).Should().Be(isThere);

    [Theory]
    [InlineData("<b>VPS</b>", "< b>VPS< /b>")]
    [InlineData("a < b", "a < b")]
    public void Spaced_none_is_left(string text, string spaced)
    {
        HtmlTags.Spaced(text).Should().Be(spaced);
        HtmlTags.AreIn(HtmlTags.Spaced(text)).Should().BeFalse();
    }

    [Theory]
    [InlineData('<', "‹")]
    [InlineData('>', "›")]
    [InlineData('a', "a")]
    public void A_bracket_has_a_look_alike(char c, string alike) => HtmlTags.LookAlike(new Rune(c)).Should().Be(alike);

    [Fact]
    public void A_page_of_an_error_is_read_without_them() =>
        HtmlTags.Removed("<h1>502</h1><p>Bad gateway").Should().Be(" 502  Bad gateway");
}
