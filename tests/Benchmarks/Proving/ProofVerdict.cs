using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Intake;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// What was proven of one document against what is expected. A proven value is <em>wrong</em> where the expected one stands on the
/// page, or where it does not stand there itself. Where the page shows it, and does not show what is expected, the document says two
/// things, and the page's was read.
/// </summary>
internal sealed record ProofVerdict(ImmutableArray<string> Wrong, ImmutableArray<string> OfPageAlone)
{
    public static ProofVerdict Of(PageReading reading, ExpectedInvoice expected, PageFacts page)
    {
        var (wrong, other) = (new List<string>(), new List<string>());
        if (reading.Number is PageField<string>.Proven number)
        {
            Compare("number", number.Value, [.. new[] { expected.Number }.OfType<string>()],
                (a, b) => PageFacts.Key(a) == PageFacts.Key(b), page.Show);
        }

        if (reading.Date is PageField<DateOnly>.Proven date)
        {
            Compare("date", date.Value, [.. new[] { expected.Date }.OfType<DateOnly>()], (a, b) => a == b, page.Show);
        }

        if (reading.DueDate is PageField<DateOnly>.Proven due)
        {
            Compare("due date", due.Value, expected.DueDates, (a, b) => a == b, page.Show);
        }

        if (reading.Seller is PageField<PageParty>.Proven { Value: var seller })
        {
            // What is proven of the seller is all of its ids: one alone that is expected is enough, one that is not there is wrong.
            var ids = new[] { seller.VatNumber, seller.Siren, seller.Siret }.OfType<string>().ToList();
            Compare("seller", ids[0], expected.SellerIds, (_, id) => ids.Contains(id),
                id => ids.Contains(id) ? ids.TrueForAll(page.Show) : page.Show(id));
        }

        if (reading.Iban is PageField<string>.Proven iban)
        {
            Compare("account", iban.Value, expected.Ibans, (a, b) => a == b, page.Show);
        }

        if (reading.Totals is PageField<PageTotals>.Proven { Value: var totals })
        {
            Amount("net", totals.Net, expected.Net);
            Amount("VAT", totals.Vat, expected.Vat);
            Amount("gross", totals.Gross, expected.Gross);
            if (!expected.Rates.IsEmpty)
            {
                var isThere = expected.Rates.All(rate => page.Show(rate.Base) && page.Show(rate.Amount));
                Compare("rates", Told(totals.Rates), [Told(expected.Rates)], (a, b) => a == b, rates => isThere
                    || rates == Told(totals.Rates));
            }
        }

        return new([.. wrong], [.. other]);

        void Amount(string what, decimal value, decimal? of) =>
            Compare(what, value, [.. new[] { of }.OfType<decimal>()], (a, b) => Math.Abs(a) == Math.Abs(b), page.Show);

        void Compare<T>(string what, T value, ImmutableArray<T> of, Func<T, T, bool> same, Func<T, bool> shows)
            where T : notnull
        {
            if (of.Any(one => same(value, one)))
            {
                return;
            }

            var told = $"{what} {Told(value)}, expected {(of.IsEmpty ? "none" : string.Join(" or ", of.Select(Told<T>)))}";
            (shows(value) && !of.Any(shows) ? other : wrong).Add(told);
        }
    }

    private static string Told<T>(T value)
        where T : notnull => value is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{value}");

    private static string Told(ImmutableArray<PageVat> rates) => string.Join(' ', rates.Select(rate =>
        string.Create(CultureInfo.InvariantCulture, $"{rate.Rate:0.##}%:{Math.Abs(rate.Base):0.00}:{Math.Abs(rate.Amount):0.00}")));
}
