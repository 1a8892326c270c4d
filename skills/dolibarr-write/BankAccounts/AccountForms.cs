using System.Globalization;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What an IBAN and a BIC must look like: Dolibarr stores any text for either.</summary>
internal static partial class AccountForms
{

    /// <summary>Why this is not an IBAN; null where it is one.</summary>
    public static Problem? IbanProblem(string place, string text)
    {
        var bare = IbanForm.Bare(text);
        if (!IbanForm.BeginsAsOne(bare))
        {
            return Wrong($"'{text}' is not an IBAN: one begins with two letters for the country and two check digits.");
        }
        if (IbanForm.LengthOf(bare) is { } length && bare.Length != length)
        {
            return Wrong(string.Create(CultureInfo.InvariantCulture, $"'{text}' has {bare.Length} letters and digits; an IBAN of {bare[..2]} has {length}."));
        }
        return IbanForm.HasCheckDigits(bare) ? null : Wrong($"'{text}' is not an IBAN: its check digits do not match the rest.");

        Problem Wrong(string message) => new(Codes.WrongIban, place, message);
    }

    /// <summary>Why this is not a BIC; null where it is one (ISO 9362: 8 or 11 letters and digits).</summary>
    public static Problem? BicProblem(string text) => Bic().IsMatch(LegalIds.Bare(text))
        ? null
        : new Problem(Codes.WrongBic, "--bic", $"'{text}' is not a BIC: one has 8 or 11 letters and digits, the country's two letters in places 5 and 6.");

    [GeneratedRegex("^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$")]
    private static partial Regex Bic();
}
