namespace DolibarrAgent.Dolibarr;

/// <summary>The form of the numbers by which the law knows a company. Spaces, dots and hyphens make no difference.</summary>
public static class LegalIds
{
    /// <summary>The number as it is compared: in capitals, without spaces, dots and hyphens.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '‐' or '‑' or '–'))).ToUpperInvariant();

    /// <summary>Whether it has the nine digits of a SIREN. Says nothing of its check digit.</summary>
    public static bool IsSiren(string text) => IsDigits(text, 9);

    /// <summary>Whether it has the 14 digits of a SIRET. Says nothing of its check digit.</summary>
    public static bool IsSiret(string text) => IsDigits(text, 14);

    /// <summary>Whether the last digit of a SIREN is the check digit of the others (Luhn). A SIRET of La Poste has another.</summary>
    public static bool HasCheckDigit(string siren)
    {
        var digits = Plain(siren);
        return digits.Length > 0 && digits.All(char.IsAsciiDigit)
            && digits.Reverse().Select((digit, at) => (digit - '0') * (1 + (at % 2))).Sum(value => (value / 10) + (value % 10)) % 10 == 0;
    }

    private static bool IsDigits(string text, int count) => Plain(text) is var plain && plain.Length == count && plain.All(char.IsAsciiDigit);
}
