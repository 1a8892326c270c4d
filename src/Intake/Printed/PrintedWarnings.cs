using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What a person is told of an invoice that was read from its pages.</summary>
internal static class PrintedWarnings
{
    /// <summary>All that it must say is proven; it is entered as a draft.</summary>
    public static IntakeWarning Proven(PageReading printed) => new(
        "read-from-pages",
        $"There is no XML: the values were read from the printed pages, where {Closing(printed)}. "
        + "Compare them with the pages; the invoice stays a draft.",
        null);

    /// <summary>Something is not proven; nothing is entered.</summary>
    public static Refusal NotProven(PageReading printed)
    {
        var gaps = printed.Gaps.Select(Words).ToImmutableArray();
        return printed.IsEmpty
            ? new(Codes.PagesSayNoInvoice, "There is no XML, and the pages do not read as an invoice: none of what one must say was found.")
            : new(Codes.PagesNotProven, "There is no XML. The pages were read, and not all that an invoice must say is proven. "
                + $"Missing or unclear: {string.Join("; ", gaps)}.");
    }

    private static string Closing(PageReading printed) => printed.Totals.ValueOrDefault is { } totals
        ? $"{Decimals.Cents(totals.Net)} and {Decimals.Cents(totals.Vat)} VAT make {Decimals.Cents(totals.Gross)}, "
            + $"at {string.Join(" and ", totals.Rates.Select(rate => $"{Decimals.Rate(rate.Rate)} %"))}{Implied(totals)}"
        : "the amounts close";

    private static string Implied(PageTotals totals) =>
        totals.Rates.Any(rate => rate.From == RateFrom.Amounts) ? " (the rate is not printed; it follows from the amounts)" : "";

    private static string Words(PageGap gap) => gap switch
    {
        PageGap.Title => "that it is an invoice or a credit note",
        PageGap.Number => "the number",
        PageGap.Date => "the date",
        PageGap.Seller => "who sells, by a legal id",
        PageGap.Currency => "the currency",
        PageGap.Totals => "net, VAT and total that add up",
        _ => throw new ArgumentOutOfRangeException(nameof(gap)),
    };
}
