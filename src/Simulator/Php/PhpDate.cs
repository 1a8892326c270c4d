using System.Globalization;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>Dates as the server reads them: <c>YYYY-MM-DD</c>, with or without a time, or Unix seconds, in a server that runs in UTC.</summary>
internal static partial class PhpDate
{
    /// <summary>Text that is not a number and sorts behind this one is refused; text that sorts before it is cast, mostly to 1970.</summary>
    private const string Limit = "100000000000";

    /// <summary>The date; null when the database would refuse what the server makes of the text.</summary>
    public static DateOnly? Read(string text)
    {
        if (Iso().Match(text) is { Success: true } match)
        {
            var parts = match.Groups.Values.Skip(1).Select(part => (int)PhpNumber.Integer(part.Value)).ToArray();
            return parts is [>= 1 and <= 9999, >= 1 and <= 12, >= 1 and <= 31]
                ? new DateOnly(parts[0], parts[1], 1).AddDays(parts[2] - 1)
                : null;
        }

        var isNumber = PhpNumber.IsNumeric(text, out var seconds);
        if (isNumber ? seconds >= decimal.Parse(Limit, CultureInfo.InvariantCulture) : string.CompareOrdinal(text, Limit) >= 0)
        {
            return null;
        }

        return DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(isNumber ? (double)seconds : PhpNumber.Integer(text)));
    }

    /// <summary>Whether it looks like a date and is not one, on which the server fails.</summary>
    public static bool Breaks(string? text) => text is not null && Iso().IsMatch(text) && Read(text) is null;

    /// <summary>Midnight of the date as the server gives it: Unix seconds.</summary>
    public static long Seconds(DateOnly date) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();

    public static string Sql(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]+)-([0-9]+)-([0-9]+)")]
    private static partial Regex Iso();
}
