using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>Reads UBL 2 Invoice and CreditNote, which differ in a few names only.</summary>
internal sealed class UblReader(Element root, Extraction facts)
{
    private readonly UblParties party = new(facts);
    private readonly UblPayment payment = new(root, facts);

    private bool IsCreditNote => root.Name == "CreditNote";

    /// <summary>The facts; null where the skeleton of an invoice is not there.</summary>
    public InvoiceFacts? Read()
    {
        if (!root["LegalMonetaryTotal"].Exists || !root["AccountingSupplierParty"].Exists)
        {
            return null;
        }

        var currency = facts.Text(root["DocumentCurrencyCode"], "BT-5");
        facts.Currency = currency;
        var totals = new UblTotals(root, facts, currency);
        return new()
        {
            Syntax = IsCreditNote ? InvoiceSyntax.UblCreditNote : InvoiceSyntax.UblInvoice,
            Guideline = facts.Text(root["CustomizationID"], "BT-24"),
            BusinessProcess = facts.Text(root["ProfileID"], "BT-23"),
            Number = facts.Text(root["ID"], "BT-1"),
            TypeCode = facts.Text(root.Either("InvoiceTypeCode", "CreditNoteTypeCode"), "BT-3"),
            IsTest = facts.Text(root["ProfileExecutionID"], "test")?.Contains("test", StringComparison.OrdinalIgnoreCase) == true,
            IsCopy = facts.IsSet(root["CopyIndicator"], "copy"),
            IssueDate = facts.Day(root["IssueDate"], "BT-2"),
            DueDates = ReadDueDates(),
            DeliveryDate = facts.Day(root["Delivery"]["ActualDeliveryDate"], "BT-72"),
            Period = ReadPeriod(),
            Currency = currency,
            TaxCurrency = facts.Text(root["TaxCurrencyCode"], "BT-6"),
            Seller = party.Read(root["AccountingSupplierParty"]["Party"], PartyTerms.Seller),
            Buyer = root["AccountingCustomerParty"]["Party"] is { Exists: true } buyer ? party.Read(buyer, PartyTerms.Buyer) : null,
            Payee = root["PayeeParty"] is { Exists: true } payee ? party.Read(payee, PartyTerms.Payee) : null,
            TaxRepresentative = root["TaxRepresentativeParty"] is { Exists: true } agent ? party.Read(agent, PartyTerms.TaxRepresentative) : null,
            AccountsAsWritten = ReadAccounts(),
            Preceding = ReadPreceding(),
            Totals = totals.Read(),
            VatBreakdown = totals.ReadVat(),
            AllowancesAndCharges = UblAllowances.OfDocument(root, facts),
            Lines = UblLines.Read(root, facts),
            PaymentTerms = [.. root.All("PaymentTerms").Select(t => facts.Text(t["Note"], "BT-20")).OfType<string>()],
            PaymentDays = payment.Days(),
            PaymentMeans = payment.Means(),
            CreditorId = payment.CreditorId(),
            Related = payment.Related(),
            Notes = [.. root.All("Note").Select(n => facts.Text(n, "BT-22")).OfType<string>()],
            Sources = facts.Sources,
        };
    }

    // The norm's two places, and where they say nothing, those of UBL that it leaves out.
    private ImmutableArray<DateOnly> ReadDueDates() =>
        Days(root.All("DueDate").Concat(root.All("PaymentMeans").SelectMany(m => m.All("PaymentDueDate")))) is { IsEmpty: false } stated
            ? stated
            : Days(root.All("PaymentTerms").SelectMany(t => t.All("PaymentDueDate").Concat(t.All("InstallmentDueDate"))));

    private ImmutableArray<DateOnly> Days(IEnumerable<Element> elements) =>
        [.. elements.Select(d => facts.Day(d, "BT-9")).OfType<DateOnly>().Distinct()];

    private Period? ReadPeriod()
    {
        var from = facts.Day(root["InvoicePeriod"]["StartDate"], "BT-73");
        var to = facts.Day(root["InvoicePeriod"]["EndDate"], "BT-74");
        return from is null && to is null ? null : new(from, to);
    }

    private ImmutableArray<string> ReadAccounts() =>
        [.. root.All("PaymentMeans")
            .SelectMany(m => m.All("PayeeFinancialAccount"))
            .Select(a => facts.Text(a["ID"], "BT-84"))
            .OfType<string>()];

    private ImmutableArray<PrecedingInvoice> ReadPreceding() =>
        [.. root.All("BillingReference").SelectMany(r => r.All("InvoiceDocumentReference"))
            .Select(d => (Number: facts.Text(d["ID"], "BT-25"), Date: facts.Day(d["IssueDate"], "BT-26")))
            .Where(d => d.Number is not null)
            .Select(d => new PrecedingInvoice(d.Number!, d.Date))];
}
