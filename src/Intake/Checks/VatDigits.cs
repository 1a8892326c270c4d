using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>
/// The check digits of VAT numbers, where the algorithm is public: as the member states' tax administrations publish them, and
/// the Commission's VIES describes the forms. A number that fails is misread, mistyped or made up.
/// </summary>
public static class VatDigits
{
    private const string IrishLetters = "WABCDEFGHIJKLMNOPQRSTUV";
    private const string SpanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string SpanishCompanyLetters = "JABCDEFGHI";

    /// <summary>Whether they hold; null where the country's are not known here, or the number carries none.</summary>
    /// <param name="vatNumber">Bare, its country first.</param>
    public static bool? Hold(string vatNumber)
    {
        ArgumentNullException.ThrowIfNull(vatNumber);
        if (vatNumber.Length < 4)
        {
            return null;
        }

        var id = vatNumber[2..];
        return vatNumber[..2] switch
        {
            "AT" => id.Length == 9 && id[0] == 'U' && AreDigits(id[1..]) && Austrian(id[1..]),
            "BE" => AreDigits(id, 10) && 97 - (Number(id.AsSpan(0, 8)) % 97) == Number(id.AsSpan(8)),
            "CH" => id.Length >= 10 && id[0] == 'E' && AreDigits(id.Substring(1, 9)) ? Swiss(id.Substring(1, 9)) : null,
            "DE" => AreDigits(id, 9) && German(id),
            "DK" => AreDigits(id, 8) && Weighted(id, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0,
            "ES" => Spanish(id),
            "FI" => AreDigits(id, 8) && Weighted(id, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0,
            "FR" => AreDigits(id[2..], 9) ? CheckDigits.IsFrenchVatId(vatNumber) && CheckDigits.IsSirenOrSiret(id[2..]) : null,
            "GB" or "XI" => AreDigits(id, 9) || AreDigits(id, 12) ? British(id) : null,
            "IE" => id.Length is 8 or 9 && AreDigits(id[..7]) ? Irish(id) : null,
            "IT" => AreDigits(id, 11) && Luhn(id),
            "LU" => AreDigits(id, 8) && Number(id.AsSpan(0, 6)) % 89 == Number(id.AsSpan(6)),
            "NL" => id.Length == 12 && AreDigits(id[..9]) && id[9] == 'B' && AreDigits(id[10..]) && Dutch(vatNumber),
            "PL" => AreDigits(id, 10) && Weighted(id, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == id[9] - '0',
            "PT" => AreDigits(id, 9) && (11 - (Weighted(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) is var check
                && (check > 9 ? 0 : check) == id[8] - '0',
            "SE" => AreDigits(id, 12) && Luhn(id[..10]),
            _ => null,
        };
    }

    // § 27a UStG; ISO 7064, MOD 11,10.
    private static bool German(string id)
    {
        var product = 10;
        foreach (var digit in id.AsSpan(0, 8))
        {
            var sum = (digit - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }

        return (11 - product) % 10 == id[8] - '0';
    }

    private static bool Austrian(string digits)
    {
        var sum = 4;
        for (var i = 0; i < 7; i++)
        {
            var digit = digits[i] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return (10 - (sum % 10)) % 10 == digits[7] - '0';
    }

    private static bool Swiss(string digits) => (11 - (Weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 == digits[8] - '0';

    // HMRC: mod 97, and since 2009 the same with 55 added.
    private static bool British(string id)
    {
        var rest = (Weighted(id, [8, 7, 6, 5, 4, 3, 2]) + Number(id.AsSpan(7, 2))) % 97;
        return rest == 0 || (rest + 55) % 97 == 0;
    }

    private static bool Irish(string id)
    {
        var second = id.Length == 9 ? 9 * (id[8] is >= 'A' and <= 'W' ? id[8] == 'W' ? 0 : id[8] - 'A' + 1 : -1) : 0;
        return second >= 0 && IrishLetters[(Weighted(id, [8, 7, 6, 5, 4, 3, 2]) + second) % 23] == id[7];
    }

    // The elfproef of companies, or, for sole traders since 2020, ISO 7064 MOD 97-10 over the whole number.
    private static bool Dutch(string vatNumber) =>
        Weighted(vatNumber.AsSpan(2), [9, 8, 7, 6, 5, 4, 3, 2]) % 11 == vatNumber[10] - '0' || Mod97(vatNumber) == 1;

    // Real Decreto 1065/2007: a person's letter is the number mod 23; a company's control is a digit or a letter.
    private static bool Spanish(string id)
    {
        if (id.Length != 9)
        {
            return false;
        }

        var person = id[0] switch { 'X' => "0" + id[1..8], 'Y' => "1" + id[1..8], 'Z' => "2" + id[1..8], _ => id[..8] };
        if (AreDigits(person, 8))
        {
            return SpanishLetters[(int)(Number(person) % 23)] == id[8];
        }

        if (!char.IsAsciiLetterUpper(id[0]) || !AreDigits(id.Substring(1, 7)))
        {
            return false;
        }

        var sum = 0;
        for (var i = 1; i <= 7; i++)
        {
            var digit = id[i] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        var control = (10 - (sum % 10)) % 10;
        return id[8] == control + '0' || id[8] == SpanishCompanyLetters[control];
    }

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0;
    }

    private static int Mod97(string text)
    {
        var rest = 0;
        foreach (var c in text)
        {
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + (c - '0')) % 97 : ((rest * 100) + (c - 'A' + 10)) % 97;
        }

        return rest;
    }

    private static int Weighted(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }

    private static bool AreDigits(string text, int? length = null) => (length is null || text.Length == length) && text.Length > 0
        && text.All(char.IsAsciiDigit);

    private static long Number(ReadOnlySpan<char> digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
