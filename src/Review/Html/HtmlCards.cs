namespace DolibarrAgent.Review;

/// <summary>The invoices before everything else: who, how much, when, to whom, and what becomes of them.</summary>
internal sealed class HtmlCards(ReviewPage page)
{
    private Words Words => page.Words;

    public Html All => Html.All(page.Invoices.Select((card, i) => Card(card, $"invoice-{HtmlParts.Number(i + 1)}")));

    private Html.Element Card(InvoiceCard card, string id) => Html.Of("section",
        Html.Of("h2", card.Kind, " ", Html.Of("span", card.Number).Class("whole")).With("id", id),
        Html.Of("p", card.Gross is { } gross ? Html.All([Html.Of("strong", gross).Class("gross"), " ", Own(CardWords.Gross)]) : Html.None),
        HtmlParts.Facts([.. Facts(card)]),
        Html.Of("div",
            Html.Of("p", Html.Of("strong", Own(CardWords.ReadyToPay))),
            Html.Of("p", Own(CardWords.NameAndDate))).Class("stamp")).Class("invoice").With("aria-labelledby", id);

    private IEnumerable<HtmlFact> Facts(InvoiceCard card)
    {
        yield return Fact(CardWords.Supplier, Html.All([card.Supplier, " ",
            Html.Of("span", Own(card.IsNewSupplier ? CardWords.New : CardWords.OnFile))
                .Class(card.IsNewSupplier ? "badge loud" : "badge")]));
        if (card.Date is { } date)
        {
            yield return Fact(CardWords.Date, Written.Day(date, Words.Language));
        }
        if (card.Due is { } due)
        {
            yield return Fact(CardWords.Due, due < page.Today
                ? Html.All([Written.Day(due, Words.Language), " ", Html.Of("span", Own(QueueWords.Overdue)).Class("badge loud")])
                : Written.Day(due, Words.Language));
        }
        if (card.Net is { } net)
        {
            yield return Fact(CardWords.Net, net);
        }
        foreach (var rate in card.Vat)
        {
            yield return new HtmlFact(CardWords.VatAt(rate.Rate, Words.Language), CardWords.OfBase(rate.Amount, rate.Base, Words.Language));
        }
        yield return Fact(CardWords.PayTo, card.Accounts.IsEmpty ? Own(CardWords.NoAccount) : Listed(card.Accounts));
        if (!card.Addressees.IsEmpty)
        {
            yield return Fact(CardWords.AddressedTo, Listed(card.Addressees));
        }
        yield return Fact(CardWords.Attached, card.Attached.IsEmpty ? Own(CardWords.NothingAttached) : Listed(card.Attached));
        yield return Fact(CardWords.State, Own(card.IsFinal ? CardWords.Final : CardWords.Draft));
    }

    private HtmlFact Fact(Resources.Term name, Html value) => new(Own(name), value);

    private VisibleText Own(Resources.Term term) => Words.Own(term.In(Words.Language));

    private static Html Listed(IEnumerable<VisibleText> texts) => HtmlParts.Listed(texts.Select(text => (Html)text));
}
