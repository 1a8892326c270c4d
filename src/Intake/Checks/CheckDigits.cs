using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Check digits. Official samples fail them, so a wrong one is shown and never refused.</summary>
public static class CheckDigits
{
    /// <summary>Luhn's, which SIREN and SIRET carry. La Poste's establishments sum to a multiple of five instead.</summary>
    public static bool IsSirenOrSiret(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (digits.Length is not (9 or 14) || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        return LegalIds.HasCheckDigit(digits) || (digits.Length == 14 && digits.StartsWith("356000000", StringComparison.Ordinal) && digits.Sum(d => d - '0') % 5 == 0);
    }

    /// <summary>The key of a French VAT identifier: (12 + 3 × (SIREN mod 97)) mod 97. Keys with letters are not computed so, and pass.</summary>
    public static bool IsFrenchVatId(string vatId)
    {
        ArgumentNullException.ThrowIfNull(vatId);
        if (vatId.Length != 13 || !vatId.StartsWith("FR", StringComparison.Ordinal) || !vatId.AsSpan(4).ContainsOnlyDigits())
        {
            return false;
        }

        return !vatId.AsSpan(2, 2).ContainsOnlyDigits()
            || Number(vatId.AsSpan(2, 2)) == (12 + 3 * (Number(vatId.AsSpan(4)) % 97)) % 97;
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static long Number(ReadOnlySpan<char> digits) => long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
