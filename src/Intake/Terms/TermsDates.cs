using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Days as people write them in a sentence. One that can be read in two ways is read in neither, unless the country settles it.</summary>
internal static partial class TermsDates
{
    private static readonly FrozenDictionary<string, int> Months = new Dictionary<int, string>
    {
        [1] = "janvier january januar jan enero gennaio januari janner",
        [2] = "fevrier february februar feb febrero febbraio februari fevr feber",
        [3] = "mars march marz mar marzo maart maerz",
        [4] = "avril april apr abril aprile avr",
        [5] = "mai may mayo maggio mei",
        [6] = "juin june juni jun junio giugno",
        [7] = "juillet july juli jul julio luglio juil",
        [8] = "aout august aug agosto augustus",
        [9] = "septembre september sep sept septiembre settembre",
        [10] = "octobre october oktober oct okt octubre ottobre",
        [11] = "novembre november nov noviembre",
        [12] = "decembre december dezember dec dez diciembre dicembre",
    }.SelectMany(month => month.Value.Split(' ').Select(name => (name, month.Key))).ToFrozenDictionary(m => m.name, m => m.Key, StringComparer.Ordinal);

    /// <summary>The month that a name in small letters without accents is of, 1 to 12; null for any other word.</summary>
    public static int? MonthOf(string name) => Months.TryGetValue(name, out var month) ? month : null;

    /// <summary>The days in a text in small letters without accents.</summary>
    public static IEnumerable<DateOnly> In(string text, string? country) => Found(text, country).Select(found => found.Day);

    /// <summary>The text without its days.</summary>
    public static string Without(string text, string? country) => Found(text, country).Aggregate(text, (left, found) => left.Replace(found.Written, " ", StringComparison.Ordinal));

    private static IEnumerable<WrittenDay> Found(string text, string? country) =>
        Iso().Matches(text).Select(m => (m.Value, Day: Day(m, m.Groups["m"].Value, m.Groups["d"].Value)))
            .Concat(Numbers().Matches(text).Select(m => (m.Value, Day: OfNumbers(m, country))))
            .Concat(DayMonth().Matches(text).Concat(MonthDay().Matches(text)).Where(m => Months.ContainsKey(m.Groups["name"].Value))
                .Select(m => (m.Value, Day: Day(m, Months[m.Groups["name"].Value].ToString(CultureInfo.InvariantCulture), m.Groups["d"].Value))))
            .Where(found => found.Day is not null)
            .Select(found => new WrittenDay(found.Value, found.Day!.Value));

    private sealed record WrittenDay(string Written, DateOnly Day);

    // Points and hyphens stand between day, month and year; strokes do in America too, the month first.
    private static DateOnly? OfNumbers(Match match, string? country)
    {
        var (first, second) = (match.Groups["a"].Value, match.Groups["b"].Value);
        var (european, american) = (Day(match, second, first), Day(match, first, second));
        return match.Groups["s"].Value != "/" || (country is not null and not "US") || european == american ? european
            : country == "US" ? american
            : european is null ? american
            : american is null ? european
            : null;
    }

    private static DateOnly? Day(Match match, string month, string day)
    {
        var year = match.Groups["y"].Value;
        var whole = string.Create(CultureInfo.InvariantCulture, $"{(year.Length == 2 ? "20" + year : year)}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}");
        return Days.Strict(whole);
    }

    [GeneratedRegex(@"\b(?<y>20[0-9]{2})-(?<m>[0-9]{2})-(?<d>[0-9]{2})\b")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?<a>[0-9]{1,2})\s?(?<s>[./-])\s?(?<b>[0-9]{1,2})\s?[./-]\s?(?<y>20[0-9]{2}|[0-9]{2})\b")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b(?<d>[0-9]{1,2})(?:er|st|nd|rd|th|\.|º)?\s+(?:de\s+)?(?<name>[a-z]{3,10})\.?,?\s+(?:de\s+|del\s+)?(?<y>20[0-9]{2})\b")]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b(?<name>[a-z]{3,10})\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<y>20[0-9]{2})\b")]
    private static partial Regex MonthDay();
}
