using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Intake;

/// <summary>Finds the values on a row: what is one thing is not read as another, so the longest forms come first.</summary>
internal static partial class TokenReader
{
    /// <summary>The values, from left to right.</summary>
    public static ImmutableArray<PageToken> Of(ReadRow row, Writing writing)
    {
        var taken = new bool[row.Text.Length];
        var tokens = new List<PageToken>();
        foreach (var token in LegalIdReader.Ibans(row).Concat(LegalIdReader.LegalIds(row)).Concat(PageDays.In(row, writing)))
        {
            Take(token);
        }

        foreach (Match match in Percentage().Matches(row.Text))
        {
            if (Digits.Readings(match.Groups["number"].Value, writing.DecimalSign) is [var value, ..] && value <= 100)
            {
                Take(new PageToken.Percent(match.Groups["sign"].Success ? -value
                    : value)
                { Start = match.Index, Length = match.Length, Place = row.PlaceAt(match.Index, match.Length) });
            }
        }

        foreach (Match match in Amount().Matches(row.Text))
        {
            if (NumberOf(match) is { } number)
            {
                Take(number);
            }
        }

        return [.. tokens.OrderBy(token => token.Start)];

        PageToken.Number? NumberOf(Match match)
        {
            var text = match.Groups["number"].Value;
            var isNegative = match.Groups["sign"].Success || match.Groups["behind"].Success || (match.Groups["open"].Success
                && match.Groups["close"].Success);
            var decimals = text.LastIndexOfAny(['.', ',']) is var at && at >= 0 && text.Length - 1 - at != 3 ? text.Length - 1 - at : 0;
            var readings = Digits.Readings(text, writing.DecimalSign).AddRange(Tails(text)
                .SelectMany(tail => Digits.Readings(tail, writing.DecimalSign)));
            return readings.IsEmpty ? null : new([.. readings.Select(value => isNegative ? -value
                : value).Distinct()], decimals, CurrencyOf(match))
            {
                Whole = Digits.Readings(text, writing.DecimalSign).Length,
                IsSure = row.IsSure(match.Index, match.Length),
                Start = match.Index,
                Length = match.Length,
                Place = row.PlaceAt(match.Index, match.Length),
            };
        }

        void Take(PageToken token)
        {
            var span = taken.AsSpan(token.Start, token.Length);
            if (!span.Contains(true))
            {
                span.Fill(true);
                tokens.Add(token);
            }
        }
    }

    // A space may stand between thousands, or between two columns that are close: 5 160,00.
    private static IEnumerable<string> Tails(string text)
    {
        for (var at = text.IndexOf(' ', StringComparison.Ordinal); at >= 0; at = text.IndexOf(' ', at + 1))
        {
            yield return text[(at + 1)..];
        }
    }

    private static string? CurrencyOf(Match match) =>
        (match.Groups["before"].Success ? match.Groups["before"].Value : match.Groups["after"].Success ? match.Groups["after"].Value
            : null)?.ToUpperInvariant() switch
        {
            "€" or "EUROS" or "EURO" => "EUR",
            "£" => "GBP",
            var other => other,
        };

    [GeneratedRegex(@"(?<![\w.,/'])(?<sign>-\s?)?(?<number>\d{1,3}(?:[.,]\d{1,4})?)\s?%")]
    private static partial Regex Percentage();

    [GeneratedRegex(
        @"(?<![\p{L}\d.,:/'_#°-])(?<!(?<![.,]\d?)\d )(?<open>\()?(?<sign>-\s?)?(?:(?<before>€|£|\$|EUR|USD|CHF|GBP)\s?(?<sign>-\s?)?(?<open>\()?)?" +
        @"(?<number>\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,5})?|\d{1,12}(?:[.,]\d{1,5})?)" +
        @"(?:\s?(?<after>€|£|\$|(?:EUROS?|EUR|USD|CHF|GBP|DEM|PLN|SEK|DKK|NOK|CZK|CAD|AUD)\b))?(?<behind>-(?![\d\p{L}]))?(?<close>\))?(?![\p{L}\d%_°]|[./:'-]\d|\s?%)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Amount();
}
