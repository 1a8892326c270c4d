namespace DolibarrAgent.Intake;

/// <summary>
/// What the pages of a printed invoice prove, as the same facts that an electronic one has: so the same checks and the same
/// fit apply.
/// </summary>
internal static class PrintedFacts
{
    /// <summary>The facts. What is not proven is not among them.</summary>
    /// <param name="reading">What the pages say.</param>
    /// <param name="origin">The file as a person knows it.</param>
    public static InvoiceFacts Of(PageReading reading, string origin)
    {
        var totals = reading.Totals.ValueOrDefault;

        // A credit note of negative amounts says twice what it is; the document's own sign is that of its title.
        var sign = reading.IsCreditNote && totals?.Gross < 0 ? -1 : 1;
        return new()
        {
            Syntax = InvoiceSyntax.Printed,
            Number = reading.Number.ValueOrDefault,
            TypeCode = TypeOf(reading.Title),
            IssueDate = Day(reading.Date),
            DueDates = Day(reading.DueDate) is { } due ? [due] : [],
            Currency = reading.Currency.ValueOrDefault,
            Seller = reading.Seller.ValueOrDefault is { } seller ? PartyOf(seller) : new Party(),
            AccountsAsWritten = reading.Iban.ValueOrDefault is { } iban ? [iban] : [],
            Totals = totals is null ? new Totals() : TotalsOf(totals, sign),
            VatBreakdown = totals is null ? [] : [.. totals.Rates.Select(rate => Entry(rate, sign))],
            Sources = new FactSources(origin, PagesOf(reading)),
        };
    }

    private static string? TypeOf(PageField<PageTitle> title) => title switch
    {
        PageField<PageTitle>.Proven { Value: PageTitle.Invoice } => DocumentTypes.Commercial,
        PageField<PageTitle>.Proven { Value: PageTitle.CreditNote } => DocumentTypes.Credit,
        PageField<PageTitle>.Proven { Value: PageTitle.Deposit } => DocumentTypes.Deposit,
        _ => null,
    };

    private static Totals TotalsOf(PageTotals totals, int sign) =>
        new() { LineTotal = sign * totals.Net, Net = sign * totals.Net, Vat = sign * totals.Vat, Gross = sign * totals.Gross };

    private static VatEntry Entry(PageVat rate, int sign) =>
        new() { Rate = rate.Rate, Base = sign * rate.Base, Amount = sign * rate.Amount };

    private static DateOnly? Day(PageField<DateOnly> field) => field is PageField<DateOnly>.Proven proven ? proven.Value : null;

    private static Party PartyOf(PageParty seller) => new()
    {
        VatId = seller.VatNumber,
        VatIdAsWritten = seller.VatNumber,
        Siren = seller.Siren,
        Siret = seller.Siret,
        Country = seller.VatNumber?[..2] ?? (seller.Siren is null ? null : "FR"),
    };

    private static Dictionary<string, int> PagesOf(PageReading reading)
    {
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        Add("BT-1", reading.Number);
        Add("BT-2", reading.Date);
        Add("BT-9", reading.DueDate);
        Add("BT-31", reading.Seller);
        Add("BT-84", reading.Iban);
        Add("BT-5", reading.Currency);
        Add("BT-112", reading.Totals);
        return pages;

        void Add<T>(string term, PageField<T> field)
            where T : notnull
        {
            if (field is PageField<T>.Proven { Places: [var place, ..] })
            {
                pages[term] = place.Page;
            }
        }
    }
}
