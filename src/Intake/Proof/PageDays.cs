using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Days as pages write them.</summary>
internal static partial class PageDays
{
    /// <summary>The days of a row.</summary>
    public static IEnumerable<PageToken> In(ReadRow row, Writing writing)
    {
        foreach (Match match in Numbers().Matches(row.Text))
        {
            var readings = OfNumbers(match, writing);
            if (!readings.IsEmpty)
            {
                yield return Token(match, readings);
            }
        }

        foreach (Match match in Compact().Matches(row.Text).Concat(YearFirst().Matches(row.Text)))
        {
            if (Day(match.Groups["y"], Digits.Number(match.Groups["m"].ValueSpan), match.Groups["d"]) is { } day)
            {
                yield return Token(match, [day]);
            }
        }

        var plain = PlainLetters.Of(row.Text).ToLowerInvariant();
        if (plain.Length != row.Text.Length)
        {
            plain = row.Text.ToLowerInvariant();
        }

        foreach (Match match in DayMonth().Matches(plain).Concat(MonthDay().Matches(plain)))
        {
            if (TermsDates.MonthOf(match.Groups["name"].Value) is { } month && Day(match.Groups["y"], month, match.Groups["d"]) is { } day)
            {
                yield return Token(match, [day]);
            }
        }

        PageToken.Day Token(Match match, ImmutableArray<DateOnly> readings) => new(readings)
        {
            Start = match.Index,
            Length = match.Length,
            Place = row.PlaceAt(match.Index, match.Length),
            IsSure = row.IsSure(match.Index, match.Length),
        };
    }

    private static ImmutableArray<DateOnly> OfNumbers(Match match, Writing writing)
    {
        var (a, b, y) = (match.Groups["a"], match.Groups["b"], match.Groups["y"]);
        var european = Day(y, Digits.Number(b.ValueSpan), a);
        var american = match.Groups["s"].Value is "/" or "-" ? Day(y, Digits.Number(a.ValueSpan), b) : null;
        return writing.DayFirst switch
        {
            true => european is { } day ? [day] : [],
            false when match.Groups["s"].Value is "/" or "-" => american is { } day ? [day] : [],
            _ => [.. new[] { european, american }.OfType<DateOnly>().Distinct()],
        };
    }

    private static DateOnly? Day(Group year, int month, Group day)
    {
        var y = Digits.Number(year.ValueSpan);
        y = year.Length == 2 ? 2000 + y : y;
        var d = Digits.Number(day.ValueSpan);
        return y is >= 1990 and <= 2100 && month is >= 1 and <= 12 && d >= 1
            && d <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, d) : null;
    }

    [GeneratedRegex(@"(?<![\d./-])(?<a>\d{1,2})\s?(?<s>[./-])\s?(?<b>\d{1,2})\s?\k<s>\s?(?<y>\d{4}|\d{2})(?![\d/-]|[.]\d)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<![\w./,-])(?<y>20\d{2})(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)(?![\w/,-]|[.]\d)")]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<![\w./-])(?<y>(?:19|20)\d{2})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?![\d/-])")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\w.,/])(?<d>\d{1,2})(?:er|st|nd|rd|th|\.|º)?[ -](?:of )?(?:de )?(?<name>[a-z]{3,10})\.?,?[ -](?:de |del )?(?<y>\d{4})(?!\d)")]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"(?<![\w])(?<name>[a-z]{3,10})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})(?!\d)")]
    private static partial Regex MonthDay();
}
