namespace DolibarrAgent.Changesets.Tests;

/// <summary>When a reader could take one company's name for another's.</summary>
public sealed class PartyNamesTests
{
    [Theory]
    [InlineData("Hébergeur Dupont SARL", "hebergeur-dupont S.A.R.L.")]
    [InlineData("L'Atelier", "LATELIER")]
    public void Case_accents_and_punctuation_make_no_other_name(string one, string other) => PartyNames.AreSame(one, other).Should().BeTrue();

    [Theory]
    [InlineData("Hébergeur Dupont SARL", "Hebergeur Dupont")]
    [InlineData("Hébergeur Dupont", "Hébergeur Dupond")]
    [InlineData("Dupont", "Dupont Services")]
    [InlineData("EDF", "edf SA")]
    [InlineData("\u0410\u0421\u041c\u0415", "ACME SAS")]
    [InlineData("Acme", "\uff21\uff23\uff2d\uff25")]
    [InlineData("\U0001d400\U0001d402\U0001d40c\U0001d404 Services", "Acme Services")]
    [InlineData("Acrne", "ACME")]
    public void Names_that_are_alike(string one, string other) => PartyNames.AreAlike(one, other).Should().BeTrue();

    [Theory]
    [InlineData("Hébergeur Dupont", "Hébergeur Martin")]
    [InlineData("EDF", "EDP")]
    [InlineData("SFR", "SFR Business")]
    [InlineData("SARL", "SAS")]
    public void Names_that_are_not(string one, string other) => PartyNames.AreAlike(one, other).Should().BeFalse();

    [Fact]
    public void The_longest_words_are_looked_for_with_and_without_their_accents() =>
        PartyNames.ToSearch("Société d'Hébergement Müller&Fils SARL").Should().Equal("Hébergement", "Hebergement", "Müller", "Muller", "Fils");

    [Fact]
    public void A_name_in_letters_that_look_Latin_is_looked_for_in_Latin_ones_too() =>
        PartyNames.ToSearch("\u0410\u0421\u041c\u0415").Should().Contain("ACME");

    [Theory]
    [InlineData("\u0410\u0421\u041c\u0415", "ACME", true)]
    [InlineData("ACME", "Acme SAS", false)]
    [InlineData("\u0420\u043e\u043c\u0430\u0448\u043a\u0430", "ACME", false)]
    public void Names_look_the_same_where_only_their_characters_differ(string one, string other, bool same) => PartyNames.LookTheSame(one, other).Should().Be(same);

    [Fact]
    public void A_name_of_short_words_is_looked_for_by_one_of_them() => PartyNames.ToSearch("E.D.F SA").Should().HaveCount(1);
}
