using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What an IBAN and a BIC must look like: Dolibarr stores any text for either.</summary>
internal static partial class AccountForms
{
    /// <summary>How long an IBAN is, by country, from SWIFT's IBAN registry; of other countries the check digits alone are known.</summary>
    public static FrozenDictionary<string, int> IbanLengths { get; } = Lengths(
        "AD24 AE23 AL28 AT20 BA20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IL23 IS26 IT27 LI21 LT20 LU20 LV21",
        "MC27 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 VA22");

    /// <summary>Why this is not an IBAN; null where it is one.</summary>
    public static Problem? IbanProblem(string place, string text)
    {
        var bare = LegalIds.Bare(text);
        if (!IbanBegins().IsMatch(bare))
        {
            return Wrong($"'{text}' is not an IBAN: one begins with two letters for the country and two check digits.");
        }
        if (IbanLengths.TryGetValue(bare[..2], out var length) && bare.Length != length)
        {
            return Wrong(string.Create(CultureInfo.InvariantCulture, $"'{text}' has {bare.Length} letters and digits; an IBAN of {bare[..2]} has {length}."));
        }
        return CheckDigits.IsIban(bare) && bare.Length <= 34 ? null : Wrong($"'{text}' is not an IBAN: its check digits do not match the rest.");

        Problem Wrong(string message) => new(Codes.WrongIban, place, message);
    }

    /// <summary>Why this is not a BIC; null where it is one (ISO 9362: 8 or 11 letters and digits).</summary>
    public static Problem? BicProblem(string text) => Bic().IsMatch(LegalIds.Bare(text))
        ? null
        : new Problem(Codes.WrongBic, "--bic", $"'{text}' is not a BIC: one has 8 or 11 letters and digits, the country's two letters in places 5 and 6.");

    private static FrozenDictionary<string, int> Lengths(params string[] lists) => string.Join(' ', lists).Split(' ')
        .ToFrozenDictionary(entry => entry[..2], entry => int.Parse(entry[2..], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    [GeneratedRegex("^[A-Z]{2}[0-9]{2}[A-Z0-9]+$")]
    private static partial Regex IbanBegins();

    [GeneratedRegex("^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$")]
    private static partial Regex Bic();
}
