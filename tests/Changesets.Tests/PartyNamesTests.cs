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
    public void A_name_of_short_words_is_looked_for_by_one_of_them() => PartyNames.ToSearch("E.D.F SA").Should().HaveCount(1);
}
