using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;

namespace DolibarrAgent.Review.Tests;

public sealed class VisibleJsonTests
{
    [Theory]
    [InlineData("\"a\u009b2J\"", "\"a\\u009b2J\"")]
    [InlineData("\"\u202efdp\"", "\"\\u202efdp\"")]
    [InlineData("\"a\u200bb\u00a0c\"", "\"a\\u200bb\\u00a0c\"")]
    [InlineData("\"\U000e0041\"", "\"\\udb40\\udc41\"")]
    [InlineData("\"\u2028\u007f\"", "\"\\u2028\\u007f\"")]
    [InlineData("\"Hébergeur 日本 👍 ⟨same⟩\"", "\"Hébergeur 日本 👍 ⟨same⟩\"")]
    public void What_is_not_seen_is_escaped(string json, string shown) => VisibleJson.Of(json).Should().Be(shown);

    [Fact]
    public void What_is_read_from_it_is_what_was_written() => Generated.Text.Sample(text =>
    {
        var shown = VisibleJson.Of($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"");
        return JsonDocument.Parse(shown).RootElement.GetString() == text
            && shown.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator));
    });
}
