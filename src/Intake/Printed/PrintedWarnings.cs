using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What a person is told of an invoice that was read from its pages.</summary>
internal static class PrintedWarnings
{
    private const int MostCandidates = 4;

    /// <summary>All that it must say is proven; it is entered as a draft.</summary>
    public static IntakeWarning Proven(PageReading printed) => new(
        "read-from-pages",
        $"There is no XML: the values were read from the printed pages, where {Closing(printed)}. "
        + "Compare them with the pages.",
        null);

    /// <summary>Something is not proven; nothing is entered.</summary>
    /// <param name="printed">What the pages say.</param>
    /// <param name="earlier">An earlier number of the supplier, whose form that of the first of several numbers is; null where none is
    /// known.</param>
    public static Refusal NotProven(PageReading printed, string? earlier = null)
    {
        var gaps = printed.Gaps.Select(gap => Words(gap) + Candidates(gap, printed)).ToImmutableArray();
        return printed.IsEmpty
            ? new(Codes.PagesSayNoInvoice, "There is no XML, and the pages do not read as an invoice: none of what one must say was found.")
            : new(Codes.PagesNotProven, "There is no XML. The pages were read, and not all that an invoice must say is proven. "
                + $"Missing or unclear: {string.Join("; ", gaps)}."
                + (earlier is null ? "" : $" The first of the numbers has the form of this supplier's earlier ones ({earlier})."));
    }

    private static string Candidates(PageGap gap, PageReading printed) => gap switch
    {
        PageGap.Number => Or(printed.Number, number => number),
        PageGap.Date => Or(printed.Date, Days.Text),
        PageGap.Seller => Or(printed.Seller, seller => seller.VatNumber ?? seller.Siret ?? seller.Siren ?? ""),
        PageGap.Currency => Or(printed.Currency, currency => currency),
        PageGap.Totals => Or(printed.Totals, totals => Decimals.Cents(totals.Gross)),
        _ => "",
    };

    private static string Or<T>(PageField<T> field, Func<T, string> text)
        where T : notnull
    {
        var values = field is PageField<T>.Several several ? several.Candidates.Select(one => text(one.Value)).Distinct().ToList() : [];
        return values.Count switch
        {
            0 => "",
            <= MostCandidates => $" ({string.Join(" or ", values)})",
            var more => string.Create(CultureInfo.InvariantCulture,
                $" ({string.Join(" or ", values.Take(MostCandidates))}, or {more - MostCandidates} more)"),
        };
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
