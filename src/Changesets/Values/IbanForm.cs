using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Changesets;

/// <summary>
/// The form of an IBAN (ISO 13616): two letters for the country, two check digits, 11 to 30 letters and digits. Dolibarr
/// stores any text for one, and money would go there; so what is entered must be one in every respect (<see cref="IsOne"/>).
/// What a document or a server holds is only compared, never written: it is read more tolerantly, so that a wrong one is
/// seen and shown.
/// </summary>
public static partial class IbanForm
{
    private const int Shortest = 15;

    private const int Longest = 34;

    /// <summary>How long an IBAN is, by country, from SWIFT's IBAN registry; of other countries the check digits alone are known.</summary>
    private static readonly FrozenDictionary<string, int> Lengths = (
        "AD24 AE23 AL28 AT20 BA20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 "
        + "IL23 IS26 IT27 LI21 LT20 LU20 LV21 MC27 ME22 MK19 "
        + "MT31 NL18 NO15 PL28 PT25 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 VA22").Split(' ')
        .ToFrozenDictionary(entry => entry[..2], entry => int.Parse(entry[2..], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Letters and digits alone, in capitals: what two writings of one account have in common. To compare, and to store.</summary>
    public static string Bare(string text) => LegalIds.Bare(text);

    /// <summary>Whether it is one, however it is spaced: its shape, the length of its country and its check digits.</summary>
    public static bool IsOne(string text) =>
        OfDocument(text) is { } bare && (LengthOf(bare) ?? bare.Length) == bare.Length && HasCheckDigits(bare);

    /// <summary>
    /// Spaces removed and in capitals; null where it does not have the shape of an IBAN: other account numbers stand in the
    /// same places of a document. Its check digits may be wrong, as those of official samples are.
    /// </summary>
    public static string? OfDocument(string? text)
    {
        var bare = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return bare.Length is >= Shortest and <= Longest && Beginning().IsMatch(bare) ? bare : null;
    }

    /// <summary>Whether it begins as one: the country's two letters and two check digits. Of a bare text.</summary>
    public static bool BeginsAsOne(string bare) => Beginning().IsMatch(bare);

    /// <summary>How many letters and digits one of its country has; null where that is not known. Of a bare text.</summary>
    public static int? LengthOf(string bare)
    {
        ArgumentNullException.ThrowIfNull(bare);
        return bare.Length >= 2 && Lengths.TryGetValue(bare[..2], out var length) ? length : null;
    }

    /// <summary>
    /// Whether the check digits match the rest: the first four characters put last, letters as numbers from A as 10, mod 97
    /// is 1. Of a bare text.
    /// </summary>
    public static bool HasCheckDigits(string bare)
    {
        ArgumentNullException.ThrowIfNull(bare);
        return bare.Length is >= Shortest and <= Longest && bare.All(char.IsAsciiLetterOrDigit)
            && (bare[4..] + bare[..4]).Aggregate(0, (rest, c) => ((rest * (char.IsAsciiDigit(c) ? 10 : 100)) + ValueOf(c)) % 97) == 1;
    }

    /// <summary>
    /// Those in a text that people wrote, bare, each once: with right check digits, or of the form of one of their country.
    /// </summary>
    public static IEnumerable<string> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return InProse().Matches(text.ToUpperInvariant()).Select(found => AtStartOf(Bare(found.Value)))
            .OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>
    /// The text with everything that looks like one masked but its country: <c>FR***</c>. For logs, where too much is masked
    /// rather than too little.
    /// </summary>
    public static string Masked(string text) => LikeOne().Replace(text, found => $"{found.Value[..2]}***");

    private static int ValueOf(char c) => char.IsAsciiDigit(c) ? c - '0' : char.ToUpperInvariant(c) - 'A' + 10;

    // Words that follow it look like a part of it: it ends where one of its country does, or where its check digits match.
    private static string? AtStartOf(string bare)
    {
        if (LengthOf(bare) is { } length && bare.Length >= length)
        {
            var one = bare[..length];
            return HasCheckDigits(one) || one.AsSpan(4).IndexOfAnyExceptInRange('0', '9') < 0 ? one : null;
        }
        return Enumerable.Range(Shortest, Math.Max(0, Math.Min(bare.Length, Longest) - Shortest + 1))
            .Select(count => bare[..count]).FirstOrDefault(HasCheckDigits);
    }

    [GeneratedRegex("^[A-Z]{2}[0-9]{2}[A-Z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    // As people space, point and hyphenate it.
    [GeneratedRegex(@"\b[A-Z]{2}[ .-]?[0-9]{2}(?:[ \u00a0\u202f.-]?[A-Z0-9]){11,40}")]
    private static partial Regex InProse();

    // Two letters, two digits, then 11 to 30 letters and digits in groups of any size: an IBAN, wherever it stands.
    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{2}(?:[ \u00A0]?[A-Z0-9]){11,30}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LikeOne();
}
