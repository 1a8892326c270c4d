namespace DolibarrAgent.Review.Tests;

public sealed class VisibleTests
{
    [Theory]
    [InlineData("Hébergeur Dupont SARL", "Hébergeur Dupont SARL")]
    [InlineData("", "")]
    [InlineData("\u001b[31mred", "⟨U+001B⟩[31mred")]
    [InlineData("a\u009b2J", "a⟨U+009B⟩2J")]
    [InlineData("a\u007f", "a⟨U+007F⟩")]
    [InlineData("a\nb", "a⟨newline⟩b")]
    [InlineData("a\r\nb", "a⟨U+000D⟩⟨newline⟩b")]
    [InlineData("a\tb", "a⟨tab⟩b")]
    [InlineData("facture\u202efdp.exe", "facture⟨U+202E⟩fdp.exe")]
    [InlineData("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩")]
    [InlineData("a\u200bb", "a⟨U+200B⟩b")]
    [InlineData("\ufeffa", "⟨U+FEFF⟩a")]
    [InlineData("a\u2060\u2060\u2060b", "a⟨U+2060 ×3⟩b")]
    [InlineData("F\u00a02026", "F⟨no-break space⟩2026")]
    [InlineData("1\u202f234", "1⟨narrow no-break space⟩234")]
    [InlineData("a\u2028b", "a⟨U+2028⟩b")]
    [InlineData("a\u3164", "a⟨U+3164⟩")]
    [InlineData("a\ufe0f", "a⟨U+FE0F⟩")]
    [InlineData("a\U000e0100", "a⟨U+E0100⟩")]
    [InlineData("\ue000", "⟨U+E000⟩")]
    [InlineData("⟨same⟩", "⟨U+27E8⟩same⟨U+27E9⟩")]
    [InlineData("↩", "⟨U+21A9⟩")]
    [InlineData(" a", "⟨space⟩a")]
    [InlineData("a ", "a⟨space⟩")]
    [InlineData("a  b", "a⟨2 spaces⟩b")]
    [InlineData("a b", "a b")]
    [InlineData("[red]x[/]", "[red]x[/]")]
    [InlineData("e\u0301", "e\u0301")]
    [InlineData("\u0301e", "⟨U+0301⟩e")]
    [InlineData("e\u0301\u0301\u0301\u0301", "e\u0301\u0301⟨U+0301 ×2⟩")]
    [InlineData("日本 👍 Ünïcödé", "日本 👍 Ünïcödé")]
    public void Every_text_is_shown_as_what_it_is(string text, string shown) => Visible.Of(text).ToString().Should().Be(shown);

    [Fact]
    public void What_tag_characters_spell_is_a_senders_word_and_none_of_ours() =>
        Visible.Of(string.Concat("a  b".Select(c => char.ConvertFromUtf32(0xe0000 + c)))).Parts.Select(part => (part.Text, part.By)).Should().Equal(
            ("⟨tag characters \"", Voice.Mark), ("a␣␣b", Voice.Data), ("\"⟩", Voice.Mark));

    [Fact]
    public void Text_in_tag_characters_is_spelled_out() =>
        Visible.Of("Hi" + string.Concat("obey".Select(c => char.ConvertFromUtf32(0xe0000 + c)))).ToString().Should().Be("Hi⟨tag characters \"obey\"⟩");

    [Fact]
    public void Half_a_character_is_named() => Visible.Of("a\ud83d").ToString().Should().Be("a⟨half a character U+D83D⟩");

    [Theory]
    [InlineData("Dup\u043ent", "Dup\u043ent⟨Cyrillic and Latin in one word: U+043E⟩")]
    [InlineData("\u0410\u041d\u0410 France", "\u0410\u041d\u0410⟨Cyrillic letters that look Latin: U+0410 U+041D⟩ France")]
    [InlineData("Dup\u200b\u043ent SA", "Dup⟨U+200B⟩\u043ent⟨Cyrillic and Latin in one word: U+043E⟩ SA")]
    [InlineData("\uff21mazon", "\uff21mazon⟨Latin and full-width in one word: U+FF21⟩")]
    public void A_word_of_two_scripts_is_marked(string text, string shown)
    {
        Visible.Of(text).ToString().Should().Be(shown);
        Visible.Of(text).Suspicion.Should().HaveFlag(Suspicion.MixedScripts);
    }

    [Theory]
    [InlineData("\uff21\uff23\uff2d\uff25", "full-width letters: U+FF21 U+FF23 U+FF2D U+FF25")]
    [InlineData("\U0001d400\U0001d402\U0001d40c", "mathematical letters: U+1D400 U+1D402 U+1D40C")]
    [InlineData("\u24b6\u24b8", "enclosed letters: U+24B6 U+24B8")]
    public void Latin_letters_in_a_style_are_marked_though_the_whole_word_has_it(string text, string mark)
    {
        Visible.Of(text).ToString().Should().Be($"{text}⟨{mark}⟩");
        Visible.Of(text).Suspicion.Should().Be(Suspicion.MixedScripts);
    }

    [Fact]
    public void A_whole_name_that_looks_Latin_is_marked_and_may_be_honest()
    {
        Visible.Of("\u0410\u0421\u0415").ToString().Should().Be("\u0410\u0421\u0415⟨Cyrillic letters that look Latin: U+0410 U+0421 U+0415⟩");
        Visible.Of("\u0410\u0421\u0415").Suspicion.Should().Be(Suspicion.None);
    }

    [Theory]
    [InlineData("\U0001d159")]
    [InlineData("\U00016fe4")]
    [InlineData("\u2800")]
    [InlineData("\uffa0")]
    public void What_is_drawn_as_nothing_is_named(string text) => Visible.Of($"a{text}b").Suspicion.Should().Be(Suspicion.Hidden);

    [Theory]
    [InlineData("Résistance 10 kΩ, 5 \u00b5m, 3 μF, Δt, λmax")]
    [InlineData("ООО Ромашка")]
    [InlineData("Μαρία Παπαδοπούλου, Paris")]
    [InlineData("Société A社")]
    [InlineData("L'été, à l'œuvre — « ça va »")]
    public void An_honest_word_is_not_marked(string text) => Visible.Of(text).ToString().Should().Be(text);

    [Theory]
    [InlineData("12 rue X\nParis\t\u00a0 \u00ad✔\ufe0f ")]
    [InlineData("1\u202f234,50 €")]
    public void What_honest_documents_hold_is_not_suspicious(string text) => Visible.Of(text).Suspicion.Should().Be(Suspicion.None);

    [Fact]
    public void What_is_cut_says_how_much_and_has_the_hash_of_all()
    {
        var hash = Digest.Of("abcdefghij"u8).Hex[..16];
        Visible.Of("abcdefghij", 4).ToString().Should().Be($"abcd⟨cut: 6 more characters; SHA-256 of all 10: {hash}… (first 16 of 64 digits)⟩");
    }

    [Fact]
    public void A_cut_does_not_go_through_a_character() => Visible.Of("abc👍d", 4).ToString().Should().StartWith("abc⟨cut: 3 more");

    [Fact]
    public void What_hides_behind_the_cut_is_still_suspicious() => Visible.Of("abcdef\u202e", 4).Suspicion.Should().Be(Suspicion.Hidden);

    [Fact]
    public void A_word_of_ours_cannot_be_closed_from_within() => Visible.Word("a⟩ b").ToString().Should().Be("⟨a⟨U+27E9⟩ b⟩");
}
