using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>Reads a printed invoice from the words of its pages. A reading closes, or it does not; see <see cref="PageReading"/>.</summary>
public static class PageProof
{
    private static readonly ImmutableHashSet<string> Currencies = ["EUR", "USD", "GBP", "CHF", "DEM", "PLN", "SEK", "DKK", "NOK", "CZK",
        "CAD", "AUD"];

    /// <summary>Reads pages.</summary>
    /// <param name="pages">All pages of the document, in order.</param>
    public static PageReading Of(ImmutableArray<Page> pages)
    {
        var reading = Once(pages);
        return pages.All(page => page.Again.IsEmpty) ? reading
            : TwoReadings.Of(reading, Once([.. pages.Select(page => page.Again.IsEmpty ? page : page with { Words = page.Again })]));
    }

    private static PageReading Once(ImmutableArray<Page> pages)
    {
        var rows = ReadRow.Of(pages);
        var titles = new TitleProof(rows);
        var number = new NumberProof(rows).Find(titles.MayBeCreditNote);
        var days = new DaysProof(rows);
        var date = days.Date(number);
        var totals = TotalsProof.Of(rows);
        return new()
        {
            Title = titles.Find(totals),
            Number = number,
            Date = date,
            DueDate = days.DueDate(date),
            Seller = SellerProof.Of(rows),
            Iban = IbanProof.Of(rows),
            Currency = Currency(rows, totals),
            Totals = totals,
            Lines = LinesProof.Of(rows, totals),
        };
    }

    // As labelled, as it stands beside the proven total, or where one alone stands beside amounts.
    private static PageField<string> Currency(ImmutableArray<ReadRow> rows, PageField<PageTotals> totals)
    {
        var labelled = One(from row in rows
                           from label in row.Labels
                           where label.Kind == LabelKind.Currency
                           from word in row.Words.Where(word => word.Start >= label.End && word.Start <= label.End + 16)
                           let code = word.Text.ToUpperInvariant() switch { "EURO" or "EUROS" => "EUR", var other => other }
                           where Currencies.Contains(code)
                           select new PageCandidate<string>(code, row.PlaceAt(word.Start, word.End - word.Start)));
        if (labelled is not PageField<string>.NotThere)
        {
            return labelled;
        }

        var total = totals is PageField<PageTotals>.Proven proven ? One(BesideAmounts(rows, proven.Places[0]))
            : new PageField<string>.NotThere();
        return total is PageField<string>.Proven ? total : One(BesideAmounts(rows, null));
    }

    private static IEnumerable<PageCandidate<string>> BesideAmounts(ImmutableArray<ReadRow> rows, PagePlace? only)
    {
        foreach (var row in rows)
        {
            foreach (var number in row.Tokens.OfType<PageToken.Number>().Where(token => token.Currency is not null and not "$"
                && (only is null || token.Place == only)))
            {
                yield return new(number.Currency!, number.Place);
            }

            if (only is not null)
            {
                continue;
            }

            foreach (var word in row.Words.Where(word => word.Text is "eur" or "euros" or "gbp" or "usd" or "chf"))
            {
                yield return new(word.Text == "euros" ? "EUR"
                    : word.Text.ToUpperInvariant(), row.PlaceAt(word.Start, word.End - word.Start));
            }

            if (row.Text.IndexOf('€', StringComparison.Ordinal) is var at and >= 0)
            {
                yield return new("EUR", row.PlaceAt(at, 1));
            }
        }
    }

    private static PageField<string> One(IEnumerable<PageCandidate<string>> candidates)
    {
        var values = candidates.ToList();
        return values.DistinctBy(one => one.Value).ToImmutableArray() switch
        {
            [] => new PageField<string>.NotThere(),
            [var only] => new PageField<string>.Proven(only.Value, [.. values.Select(one => one.Place)]),
            var several => new PageField<string>.Several(several),
        };
    }
}
