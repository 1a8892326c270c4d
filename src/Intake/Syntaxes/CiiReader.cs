using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Reads UN/CEFACT CII (D16B, as Factur-X, ZUGFeRD 2 and XRechnung use it) and its forerunner ZUGFeRD 1.0,
/// which says the same things under other names.
/// </summary>
internal sealed class CiiReader(Element root, Extraction facts)
{
    private readonly CiiParties party = new(facts);
    private readonly CiiPayment payment = new(facts);
    private readonly Element context = root.Either("ExchangedDocumentContext", "SpecifiedExchangedDocumentContext");
    private readonly Element document = root.Either("ExchangedDocument", "HeaderExchangedDocument");
    private readonly Element transaction = root.Either("SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction");

    private Element Agreement => transaction.Either("ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement");

    private Element Delivery => transaction.Either("ApplicableHeaderTradeDelivery", "ApplicableSupplyChainTradeDelivery");

    private Element Settlement => transaction.Either("ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement");

    /// <summary>The facts; null where the skeleton of an invoice is not there.</summary>
    public InvoiceFacts? Read()
    {
        if (!document.Exists || !transaction.Exists)
        {
            return null;
        }

        var currency = facts.Text(Settlement["InvoiceCurrencyCode"], "BT-5");
        facts.Currency = currency;
        var totals = new CiiTotals(Settlement, facts);
        return new()
        {
            Syntax = root.Name == "CrossIndustryDocument" ? InvoiceSyntax.Zugferd1 : InvoiceSyntax.Cii,
            Guideline = facts.Text(context["GuidelineSpecifiedDocumentContextParameter"]["ID"], "BT-24"),
            BusinessProcess = facts.Text(context["BusinessProcessSpecifiedDocumentContextParameter"]["ID"], "BT-23"),
            Number = facts.Text(document["ID"], "BT-1"),
            TypeCode = facts.Text(document["TypeCode"], "BT-3"),
            IsTest = facts.IsSet(context["TestIndicator"], "test"),
            IsCopy = facts.IsSet(document["CopyIndicator"], "copy"),
            IssueDate = Day(document["IssueDateTime"], "BT-2"),
            DueDates = [.. Settlement.All("SpecifiedTradePaymentTerms").Select(t => Day(t["DueDateDateTime"], "BT-9")).OfType<DateOnly>().Distinct()],
            DeliveryDate = Day(Delivery["ActualDeliverySupplyChainEvent"]["OccurrenceDateTime"], "BT-72"),
            Period = ReadPeriod(Settlement["BillingSpecifiedPeriod"]),
            Currency = currency,
            TaxCurrency = facts.Text(Settlement["TaxCurrencyCode"], "BT-6"),
            Seller = party.Read(Agreement["SellerTradeParty"], PartyTerms.Seller),
            Buyer = Agreement["BuyerTradeParty"] is { Exists: true } buyer ? party.Read(buyer, PartyTerms.Buyer) : null,
            Payee = Settlement["PayeeTradeParty"] is { Exists: true } payee ? party.Read(payee, PartyTerms.Payee) : null,
            TaxRepresentative = Agreement["SellerTaxRepresentativeTradeParty"] is { Exists: true } agent ? party.Read(agent, PartyTerms.TaxRepresentative) : null,
            AccountsAsWritten = ReadAccounts("IBANID"),
            OtherAccounts = ReadAccounts("ProprietaryID"),
            Preceding = ReadPreceding(),
            Totals = totals.Read(currency),
            VatBreakdown = totals.ReadVat(),
            AllowancesAndCharges = CiiAllowances.OfDocument(Settlement, facts),
            Lines = CiiLines.Read(transaction, facts),
            PaymentTerms = [.. Settlement.All("SpecifiedTradePaymentTerms").Select(t => facts.Text(t["Description"], "BT-20")).OfType<string>()],
            PaymentMeans = payment.Means(Settlement),
            CreditorId = facts.Text(Settlement["CreditorReferenceID"], "BT-90"),
            Related = payment.Related(Agreement, Delivery),
            Notes = [.. document.All("IncludedNote").Select(n => facts.Text(n["Content"], "BT-22")).OfType<string>()],
            Sources = facts.Sources,
        };
    }

    private DateOnly? Day(Element element, string term) => facts.Day(element.Either("DateTimeString", "DateTime") is { Exists: true } inner ? inner : element, term);

    private Period? ReadPeriod(Element period)
    {
        var from = Day(period["StartDateTime"], "BT-73");
        var to = Day(period["EndDateTime"], "BT-74");
        return from is null && to is null ? null : new(from, to);
    }

    private ImmutableArray<string> ReadAccounts(string kind) =>
        [.. Settlement.All("SpecifiedTradeSettlementPaymentMeans")
            .SelectMany(m => m.All("PayeePartyCreditorFinancialAccount"))
            .Select(a => facts.Text(a[kind], "BT-84"))
            .OfType<string>()];

    private ImmutableArray<PrecedingInvoice> ReadPreceding() =>
        [.. Settlement.All("InvoiceReferencedDocument")
            .Select(d => (Number: facts.Text(d.Either("IssuerAssignedID", "ID"), "BT-25"), Date: Day(d.Either("FormattedIssueDateTime", "IssueDateTime"), "BT-26")))
            .Where(d => d.Number is not null)
            .Select(d => new PrecedingInvoice(d.Number!, d.Date))];
}
