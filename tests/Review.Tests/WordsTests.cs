using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("fr", Language.French)]
    [InlineData("FR", Language.French)]
    [InlineData("fr_FR.UTF-8", Language.French)]
    [InlineData("fr-CA", Language.French)]
    [InlineData("en_US", Language.English)]
    public void A_tag_names_its_language(string tag, Language language) => Languages.Of(tag).Should().Be(language);

    [Theory]
    [InlineData("de")]
    [InlineData("C")]
    [InlineData("french")]
    [InlineData("")]
    [InlineData(null)]
    public void A_tag_of_another_names_none(string? tag) => Languages.Of(tag).Should().BeNull();

    [Theory]
    [InlineData("fr_FR.UTF-8", "en_US", "en_US", Language.French)]
    [InlineData("", "fr_FR", "en_US", Language.French)]
    [InlineData(null, "", "fr", Language.French)]
    [InlineData("C", "fr_FR", "fr_FR", Language.English)]
    [InlineData(null, null, "de_DE", Language.English)]
    [InlineData(null, null, null, Language.English)]
    public void The_first_variable_that_is_set_decides(string? all, string? messages, string? lang, Language language) =>
        Languages.Of(new Dictionary<string, string?> { ["LC_ALL"] = all, ["LC_MESSAGES"] = messages, ["LANG"] = lang }).Should().Be(language);

    [Fact]
    public void Every_risk_code_has_a_meaning_in_every_language() =>
        RiskCodes.All.Should().OnlyContain(code => Words.In(Language.English).Meaning(code) != null && Words.In(Language.French).Meaning(code) != null);

    [Fact]
    public void A_French_review_has_no_English_word_of_ours()
    {
        var ours = MoreExamples.All.Values.SelectMany(changeset => OursOn(ReviewPage.Of(changeset, Language.French))).ToHashSet();
        var english = MoreExamples.All.Values.SelectMany(changeset => OursOn(ReviewPage.Of(changeset, Language.English))).ToHashSet();
        // The same word in both languages, or a name.
        ours.Intersect(english).Except(["Type", "SIREN", "SHA-256", "IBAN", "BIC", "Instruction", "Date", " ", ".", ". "]).Should().BeEmpty();
    }

    [Theory]
    [InlineData("a\nb", "a⟨retour à la ligne⟩b")]
    [InlineData("Dup\u043ent", "Dup\u043ent⟨cyrillique et latin dans un même mot : U+043E⟩")]
    [InlineData("a  b", "a⟨2 espaces⟩b")]
    [InlineData("a\u202eb", "a⟨U+202E⟩b")]
    public void What_is_not_seen_is_named_in_the_language_of_the_page(string text, string shown) => Visible.Of(text, Language.French).ToString().Should().Be(shown);

    [Fact]
    public void A_value_of_our_own_format_has_its_French_name_beside_it() =>
        ReviewPage.Of(MoreExamples.CreditNote, Language.French).Operations[0].Fields.Single(f => f.Name.ToString() == "Type").Asked!.ToString().Should().Be("creditNote ⟨avoir⟩");

    [Fact]
    public void A_recorders_own_words_are_left_as_they_are_and_what_they_are_about_is_said_in_French()
    {
        var warning = ReviewPage.Of(Examples.Disagreeing, Language.French).Warnings[0];

        warning.Text.ToString().Should().StartWith("The document asks for payment to FR76");
        warning.Meaning!.ToString().Should().StartWith("Le document demande un paiement sur un compte");
    }

    private static IEnumerable<string> OursOn(ReviewPage page) => page.Operations
        .SelectMany(o => new[] { o.Heading }.Concat(o.Fields.Select(f => f.Name)).Concat(o.Rows.Select(r => r.Name)).Concat(o.Comparisons.Select(c => c.Name)))
        .Concat(page.Recorded.Select(fact => fact.Name))
        .Concat(page.Evidence.SelectMany(e => e.Facts.Concat(e.Says).Select(fact => fact.Name).Append(e.Heading)))
        .Concat(page.Warnings.Where(w => w.Source == WarningSource.Review).Select(w => w.Text))
        .Concat(page.Final.Select(f => f.Text))
        .SelectMany(text => text.Parts)
        .Where(part => part.By == Voice.Ours)
        .Select(part => part.Text);
}
