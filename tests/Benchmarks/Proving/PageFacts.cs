using System.Collections.Frozen;
using System.Collections.Immutable;
using DolibarrAgent.Intake;

namespace DolibarrAgent.Benchmarks;

/// <summary>Everything that stands on the pages of a document by their own text, whatever it means there: what a proven value must
/// be among, and an expected one where the reading could have been right.</summary>
internal sealed class PageFacts
{
    private readonly string letters;
    private readonly FrozenSet<decimal> amounts;
    private readonly FrozenSet<DateOnly> days;

    public PageFacts(ImmutableArray<Page> pages)
    {
        var rows = ReadRow.Of(pages);
        letters = Key(string.Concat(rows.Select(row => row.Text)));
        amounts = rows.SelectMany(row => row.Tokens.OfType<PageToken.Number>()).SelectMany(token => token.Readings)
            .Select(Math.Abs).ToFrozenSet();
        days = rows.SelectMany(row => row.Tokens.OfType<PageToken.Day>()).SelectMany(token => token.Readings).ToFrozenSet();
    }

    /// <summary>The letters and digits alone, the letters large.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    public bool Show(string text) => letters.Contains(Key(text), StringComparison.Ordinal);

    public bool Show(DateOnly day) => days.Contains(day);

    public bool Show(decimal amount) => amount == 0 || amounts.Contains(Math.Abs(amount));

    /// <summary>Whether all that an invoice must say stands there.</summary>
    public bool ShowAllOf(ExpectedInvoice expected) =>
        expected.Number is { } number && Show(number) && expected.Date is { } date && Show(date)
        && expected.SellerIds.Any(Show)
        && new[] { expected.Net, expected.Vat, expected.Gross }.All(amount => amount is { } known && Show(known));
}
