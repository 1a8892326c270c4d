using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>The ways in which the syntaxes write a day.</summary>
internal static class Days
{
    /// <summary>
    /// UN/CEFACT format 102 (<c>20261120</c>) and ISO 8601 (<c>2026-11-20</c>, with or without a time or a zone
    /// behind it). Null for anything else: a day is never guessed.
    /// </summary>
    public static DateOnly? Parse(string text, string? format)
    {
        if (format is null or "102" && DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var compact))
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
