namespace DolibarrAgent.Changesets;

/// <summary>
/// The form of the numbers by which the law knows a company. People space and point them as they like, so only letters
/// and digits are looked at. A form proves nothing; check digits are another matter.
/// </summary>
public static class LegalIds
{
    /// <summary>Digits of a SIREN.</summary>
    public const int SirenLength = 9;

    /// <summary>Digits of a SIRET, which begins with its company's SIREN.</summary>
    public const int SiretLength = 14;

    /// <summary>Letters and digits alone, in capitals: what two writings of one id have in common.</summary>
    public static string Bare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }

    /// <summary>Whether it has the nine digits of a SIREN. Says nothing of its check digit.</summary>
    public static bool IsSiren(string text) => IsDigits(Bare(text), SirenLength);

    /// <summary>Whether it has the 14 digits of a SIRET. Says nothing of its check digit.</summary>
    public static bool IsSiret(string text) => IsDigits(Bare(text), SiretLength);

    /// <summary>Whether the last digit of a SIREN is the check digit of the others (Luhn). A SIRET of La Poste has another.</summary>
    public static bool HasCheckDigit(string digits)
    {
        var bare = Bare(digits);
        return bare.Length > 0 && bare.All(char.IsAsciiDigit)
            && bare.Reverse().Select((digit, at) => (digit - '0') * (1 + (at % 2))).Sum(value => (value / 10) + (value % 10)) % 10 == 0;
    }

    /// <summary>Whether this has the form of a VAT number, the two letters of its country first.</summary>
    public static bool IsVatNumber(string text) => Bare(text) is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', ..] && VatNumberForm.Fits(text);

    /// <summary>The same, where the form of that country is known: so much that a text of any kind can be told to be one.</summary>
    public static bool IsKnownVatNumber(string text) => VatNumberForm.Of(text) is not null && VatNumberForm.Fits(text);

    /// <summary>The SIREN that a French VAT number ends with; null for any other text.</summary>
    public static string? SirenOfVatNumber(string text) =>
        Bare(text) is { Length: 13 } bare && bare.StartsWith("FR", StringComparison.Ordinal) && IsDigits(bare[4..], SirenLength) ? bare[4..] : null;

    private static bool IsDigits(string bare, int count) => bare.Length == count && bare.All(char.IsAsciiDigit);
}
