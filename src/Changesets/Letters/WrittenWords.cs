namespace DolibarrAgent.Changesets;

/// <summary>Texts in which names and numbers are looked for, however they are spaced, pointed or accented there.</summary>
public sealed class WrittenWords(string text)
{
    private readonly string plain = Plain(text);

    /// <summary>Whether letters and digits stand in it in that order.</summary>
    public bool Say(string words) => Plain(words) is { Length: > 0 } wanted && plain.Contains(wanted, StringComparison.Ordinal);

    /// <summary>Whether every longer word of a company's name stands in it.</summary>
    public bool Name(string company) => PartyNames.ToSearch(company).GroupBy(Plain).All(word => word.Key.Length == 0 || plain.Contains(word.Key, StringComparison.Ordinal));

    private static string Plain(string text) => string.Concat(PlainLetters.Of(text).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
