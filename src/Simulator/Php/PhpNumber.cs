using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>Numbers as the server reads them from whatever it is sent, with English separators.</summary>
internal static partial class PhpNumber
{
    /// <summary>
    /// A price, quantity or rate (<c>price2num</c>): letters and thousands separators are dropped, so <c>"12,5"</c> is
    /// 125 and <c>"abc"</c> is 0; ten decimals are kept.
    /// </summary>
    public static decimal Price(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        return IsNumeric(text, out var number) ? Math.Round(number, 10, MidpointRounding.AwayFromZero) : Float(Cleaned(text));
    }

    /// <summary>The whole number at the start of a text, 0 when there is none.</summary>
    public static long Integer(string? text) => (long)decimal.Truncate(Float(text ?? ""));

    /// <summary>Money: two decimals, halves away from zero.</summary>
    public static decimal Total(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>A unit price: five decimals, halves away from zero.</summary>
    public static decimal Unit(decimal price) => Math.Round(price, 5, MidpointRounding.AwayFromZero);

    public static bool IsNumeric(string text, out decimal number)
    {
        var trimmed = text.Trim(' ', '\t', '\n', '\r', '\v', '\f');
        number = 0;
        return trimmed.Length > 0 && Numeric().IsMatch(trimmed) && TryParse(trimmed, out number);
    }

    /// <summary>The number at the start of a text, 0 when there is none: what PHP computes with.</summary>
    public static decimal Leading(string text) => Float(text);

    private static decimal Float(string text) =>
        LeadingNumber().Match(text.TrimStart(PhpText.Blanks)) is { Success: true } match && TryParse(match.Value, out var number) ? number : 0;

    private static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string Cleaned(string text)
    {
        var kept = new StringBuilder();
        foreach (var letter in text.Where(letter => char.IsAsciiDigit(letter) || letter is '-' or '.'))
        {
            kept.Append(letter);
        }

        return kept.ToString();
    }

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")]
    private static partial Regex LeadingNumber();
}
