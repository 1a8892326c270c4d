using System.Globalization;

namespace DolibarrAgent.Changesets;

/// <summary>
/// Amounts, prices, rates and other numbers with decimals: how their texts are read and written, with a point and without
/// grouping, whatever the culture. No rule takes a comma: Dolibarr stores <c>12,5</c> as 125, and so would a number that may
/// be grouped. Nothing goes through binary floating point.
/// </summary>
public static class Decimals
{
    /// <summary>
    /// The number that a text is: digits, with a point and a sign where there are any. What changesets, people and the model
    /// write; null for any other text (blanks, commas, exponents), and for none.
    /// </summary>
    public static decimal? Strict(string? text) => Read(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint);

    /// <summary>The same without a sign, where nothing below zero has a meaning: a limit of the policy, a number of days.</summary>
    public static decimal? WithoutSign(string? text) => Read(text, NumberStyles.AllowDecimalPoint);

    /// <summary>
    /// The same with an exponent, as machines write it: Dolibarr has <c>1e+06</c> for a million, and XML allows it. Never for
    /// what is asked for.
    /// </summary>
    public static decimal? OfMachine(string? text) =>
        Read(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent);

    /// <summary>The same number without zeros at its end: <c>20</c> for <c>20.0000</c>.</summary>
    public static decimal Shortest(decimal number) => number / 1.000000000000000000000000000000000m;

    /// <summary>The shortest text of a number, with all of its decimals: quantities and rates in changesets.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The same; null for none.</summary>
    public static string? Text(decimal? number) => number is { } one ? Text(one) : null;

    /// <summary>The digits as they were read, zeros at the end too: what a document writes. Null for none.</summary>
    public static string? AsWritten(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The text of money where nothing may be lost, in changesets and wherever two amounts are compared: two decimals, more
    /// only where there are more.
    /// </summary>
    public static string Money(decimal amount) => amount.ToString("0.00##########################", CultureInfo.InvariantCulture);

    /// <summary>The same; null for none.</summary>
    public static string? Money(decimal? amount) => amount is { } one ? Money(one) : null;

    /// <summary>An amount for people, in a sentence: two decimals, halves rounded away from zero as Dolibarr does.</summary>
    public static string Cents(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The same; null for none.</summary>
    public static string? Cents(decimal? amount) => amount is { } one ? Cents(one) : null;

    /// <summary>An amount as people read it, in groups of three digits: <c>3,042.00</c> or <c>3 042,00</c>. Never read again.</summary>
    /// <param name="amount">With two decimals, and more where it has more.</param>
    /// <param name="point">Before the decimals.</param>
    /// <param name="group">Between the groups.</param>
    public static string Grouped(decimal amount, string point, string group)
    {
        var form = new NumberFormatInfo
        {
            NumberDecimalSeparator = point,
            NumberGroupSeparator = group,
            NumberGroupSizes = [3],
            NumberNegativePattern = 1,
        };
        return amount.ToString(string.Create(CultureInfo.InvariantCulture, $"N{Math.Max(2, (int)Shortest(amount).Scale)}"), form);
    }

    /// <summary>A rate in percent for people: four decimals at most, as Dolibarr keeps. One that is worked out has more.</summary>
    public static string Rate(decimal percent) => percent.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A difference between two amounts for people, counted in cents: <c>+1</c>, <c>-0.5</c>.</summary>
    public static string InCents(decimal difference) => (difference * 100).ToString("+0.##;-0.##", CultureInfo.InvariantCulture);

    private static decimal? Read(string? text, NumberStyles allowed) =>
        decimal.TryParse(text, allowed, CultureInfo.InvariantCulture, out var number) ? number : null;
}
