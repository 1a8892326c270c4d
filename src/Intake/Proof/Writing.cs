using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Intake;

/// <summary>How one document writes its numbers and days, as its own unmistakable ones show. What they leave open stays open.</summary>
internal sealed partial record Writing
{
    /// <summary>The sign before the decimals; null where the document does not settle it.</summary>
    public char? DecimalSign { get; private init; }

    /// <summary>Whether the day stands before the month; null where the document does not settle it.</summary>
    public bool? DayFirst { get; private init; }

    /// <summary>Looks at all rows.</summary>
    public static Writing Of(ImmutableArray<ReadRow> rows)
    {
        var signs = rows.SelectMany(row => Unmistakable().Matches(row.Text)).Select(match => match.Groups["sign"].Value[0]).ToHashSet();
        return new() { DecimalSign = signs.Count == 1 ? signs.Single() : null, DayFirst = Order(rows) };
    }

    private static bool? Order(ImmutableArray<ReadRow> rows)
    {
        var pairs = rows.SelectMany(row => Slashed().Matches(row.Text))
            .Select(match => (First: Digits.Number(match.Groups["a"].ValueSpan), Second: Digits.Number(match.Groups["b"].ValueSpan)))
                .ToList();
        var (dayFirst, monthFirst) = (pairs.Any(pair => pair.First > 12), pairs.Any(pair => pair.Second > 12));
        if (dayFirst || monthFirst)
        {
            return dayFirst == monthFirst ? null : dayFirst;
        }

        // Only where English is written does anybody put the month first.
        var languages = rows.SelectMany(row => row.Labels).Select(label => label.Phrase.Language).ToList();
        return languages.Count > 0 && languages.Count(language => language == LabelTable.English) * 2 < languages.Count ? true : null;
    }

    // Two digits behind the last sign, and no third: 12,50 or 1.234,56.
    [GeneratedRegex(@"(?<![\d.,/:])\d{1,3}(?:[ .,']?\d{3})*(?<sign>[.,])\d{2}(?![\d.,/:]\d|\d)")]
    private static partial Regex Unmistakable();

    [GeneratedRegex(@"(?<![\d/-])(?<a>\d{1,2})(?<s>[/-])(?<b>\d{1,2})\k<s>(?:\d{4}|\d{2})(?![\d/-])")]
    private static partial Regex Slashed();
}
