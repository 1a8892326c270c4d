using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Changesets;

/// <summary>
/// The forms of a company's legal ids: SIREN, SIRET and VAT numbers. People space and point them as they like, so
/// everything here looks at letters and digits alone. A form proves nothing; check digits are another matter.
/// </summary>
public static partial class LegalIds
{
    /// <summary>Digits of a SIREN.</summary>
    public const int SirenLength = 9;

    /// <summary>Digits of a SIRET, which begins with its company's SIREN.</summary>
    public const int SiretLength = 14;

    // Behind the country's letters. From the European Commission's VIES, and the tax offices of GB, CH and NO.
    private static readonly FrozenDictionary<string, Regex> VatForms = new Dictionary<string, string>
    {
        ["AT"] = "U[0-9]{8}",
        ["BE"] = "[0-9]{9,10}",
        ["BG"] = "[0-9]{9,10}",
        ["CH"] = "E?[0-9]{9}(MWST|TVA|IVA)?",
        ["CY"] = "[0-9]{8}[A-Z]",
        ["CZ"] = "[0-9]{8,10}",
        ["DE"] = "[0-9]{9}",
        ["DK"] = "[0-9]{8}",
        ["EE"] = "[0-9]{9}",
        ["EL"] = "[0-9]{9}",
        ["ES"] = "[A-Z0-9][0-9]{7}[A-Z0-9]",
        ["FI"] = "[0-9]{8}",
        ["FR"] = "[A-HJ-NP-Z0-9]{2}[0-9]{9}",
        ["GB"] = "([0-9]{9}|[0-9]{12}|(GD|HA)[0-9]{3})",
        ["GR"] = "[0-9]{9}",
        ["HR"] = "[0-9]{11}",
        ["HU"] = "[0-9]{8}",
        ["IE"] = "[0-9][A-Z0-9][0-9]{5}[A-Z]{1,2}",
        ["IT"] = "[0-9]{11}",
        ["LT"] = "([0-9]{9}|[0-9]{12})",
        ["LU"] = "[0-9]{8}",
        ["LV"] = "[0-9]{11}",
        ["MT"] = "[0-9]{8}",
        ["NL"] = "[0-9]{9}B[0-9]{2}",
        ["NO"] = "[0-9]{9}(MVA)?",
        ["PL"] = "[0-9]{10}",
        ["PT"] = "[0-9]{9}",
        ["RO"] = "[0-9]{2,10}",
        ["SE"] = "[0-9]{12}",
        ["SI"] = "[0-9]{8}",
        ["SK"] = "[0-9]{10}",
        ["XI"] = "([0-9]{9}|[0-9]{12}|(GD|HA)[0-9]{3})",
    }.ToFrozenDictionary(form => form.Key, form => new Regex($"^{form.Value}$", RegexOptions.CultureInvariant), StringComparer.Ordinal);

    /// <summary>Letters and digits alone, in capitals: what two writings of one id have in common.</summary>
    public static string Bare(string id) => string.Concat(id.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Whether these are nine digits.</summary>
    public static bool IsSiren(string id) => IsDigits(Bare(id), SirenLength);

    /// <summary>Whether these are fourteen digits.</summary>
    public static bool IsSiret(string id) => IsDigits(Bare(id), SiretLength);

    /// <summary>
    /// Whether this has the form of a VAT number of the country that its first two letters name; of a country that is
    /// not known here, two letters and 4 to 18 letters and digits.
    /// </summary>
    public static bool IsVatNumber(string id) => Bare(id) is var bare && bare.Length > 2
        && (VatForms.TryGetValue(bare[..2], out var form) ? form.IsMatch(bare[2..]) : OtherVatForm().IsMatch(bare));

    /// <summary>The same, where the form of that country is known here: a text of any kind can be told to be one.</summary>
    public static bool IsKnownVatNumber(string id) => Bare(id) is { Length: > 2 } bare && VatForms.ContainsKey(bare[..2]) && IsVatNumber(bare);

    /// <summary>The SIREN that a French VAT number ends with; null for any other.</summary>
    public static string? SirenOfVatNumber(string id) =>
        Bare(id) is { Length: 13 } bare && bare.StartsWith("FR", StringComparison.Ordinal) && IsDigits(bare[4..], SirenLength) ? bare[4..] : null;

    private static bool IsDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);

    [GeneratedRegex("^[A-Z]{2}[A-Z0-9]{4,18}$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherVatForm();
}
