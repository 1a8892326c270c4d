using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>The ways in which the syntaxes write a day.</summary>
internal static class Days
{
    /// <summary>
    /// UN/CEFACT formats 102 (<c>20261120</c>), 203 and 204 (with a time behind it), and ISO 8601 (<c>2026-11-20</c>,
    /// with or without a time or a zone behind it). Eight digits that make a day of these decades are one whatever
    /// format is claimed: no other order of digits gives such a year. Null for anything else, and for a year that no
    /// invoice names: a day is never guessed.
    /// </summary>
    public static DateOnly? Parse(string text, string? format) => ParseAny(text, format) is { Year: >= 1990 and <= 2100 } day ? day : null;

    private static DateOnly? ParseAny(string text, string? format)
    {
        var digits = text.Length switch
        {
            8 => text,
            12 when format == "203" => text[..8],
            14 when format == "204" => text[..8],
            _ => "",
        };
        if (DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var compact))
        {
            return compact;
        }

        return text.Length >= 10
            && (text.Length == 10 || text[10] is 'T' or 'Z' or '+' or '-')
            && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)
                ? iso
                : null;
    }
}
