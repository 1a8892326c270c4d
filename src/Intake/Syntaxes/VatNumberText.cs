using System.Collections.Frozen;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>A VAT number as documents write it: often with its own name before it, "N° TVA : FR40303265045".</summary>
internal static class VatNumberText
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["TVA", "VAT", "UST", "USTID", "USTIDNR", "MWST", "MWSTNR", "IVA", "PIVA", "BTW", "BTWNR", "UID", "MOMS", "NIF", "CIF", "INTRACOM", "INTRACOMMUNAUTAIRE"], StringComparer.Ordinal);

    // What stands between such a name and the number, or before it. Some begin a number, too: DE is Germany and NO is Norway.
    private static readonly FrozenSet<string> Beside = FrozenSet.ToFrozenSet(
        ["N", "NO", "NR", "NUM", "NUMERO", "NUMBER", "NUMMER", "DE", "D", "ID", "IDNR", "P", "PARTITA", "INTRA", "COMMUNAUTAIRE", "REG", "REGISTRATION", "EU", "CODE", "IDENTIFIANT", "IDENTIFICATION", "TAX"], StringComparer.Ordinal);

    /// <summary>
    /// The number, bare, its country put before it where only that is missing; null where the text does not hold one.
    /// Behind a name, "NO" is rather the word than Norway, and "DE" is Germany.
    /// </summary>
    public static string? NumberIn(string text, string? country)
    {
        var words = Words(text);
        var names = words.TakeWhile(word => Names.Contains(word) || Beside.Contains(word)).Count();
        if (!words.Take(names).Any(Names.Contains))
        {
            return WithoutGlued(text) is var number && LegalIds.IsVatNumber(number) ? number : OfCountry(number, country);
        }

        List<string> rests = [.. Enumerable.Range(1, names).Select(dropped => string.Concat(words.Skip(dropped))).Reverse()];
        var first = words[names - 1] == "DE" ? 2 : 1;
        return rests.Take(first).FirstOrDefault(LegalIds.IsVatNumber) ?? OfCountry(rests[0], country) ?? rests.Skip(first).FirstOrDefault(LegalIds.IsKnownVatNumber);
    }

    private static string? OfCountry(string bare, string? country) => country is { Length: 2 } && LegalIds.IsKnownVatNumber(country + bare) ? country + bare : null;

    private static string WithoutGlued(string text)
    {
        var bare = LegalIds.Bare(text);
        return Names.Where(name => bare.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length) is { } name ? bare[name.Length..] : bare;
    }

    private static List<string> Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in PlainLetters.Of(text).ToUpperInvariant())
        {
            plain.Append(char.IsAsciiLetterOrDigit(c) ? c : ' ');
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
