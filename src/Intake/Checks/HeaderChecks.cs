using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Number, dates, currency, references.</summary>
internal static class HeaderChecks
{
    public static IEnumerable<IntakeWarning> Of(InvoiceFacts facts, CheckContext context)
    {
        if (facts.IsTest)
        {
            yield return new("test-document", "The document is marked as a test: nothing is owed for it.", "test");
        }

        if (facts.IsCopy)
        {
            yield return new("copy", "The document is marked as a copy; the original may have been entered already, or have come another way.", "copy");
        }

        if (facts.Number is null)
        {
            yield return new("number-missing", "The document has no number; without one the same invoice cannot be recognised when it comes again.", "BT-1");
        }

        foreach (var warning in OfDates(facts, context.Today))
        {
            yield return warning;
        }

        if (facts.Currency is null)
        {
            yield return new("currency-missing", "The document names no currency.", "BT-5");
        }
        else if (facts.Currency != context.CompanyCurrency && facts.Currency != context.ForeignCurrency)
        {
            yield return new("currency-foreign", $"The currency is {facts.Currency}, the company's is {context.CompanyCurrency}; a server without that currency would book the figures as {context.CompanyCurrency}.", "BT-5");
        }

        if (facts.TaxCurrency is { } taxCurrency && taxCurrency != facts.Currency)
        {
            yield return new("vat-in-other-currency", $"The VAT is also stated in {taxCurrency}: {Decimals.Money(facts.Totals.VatInTaxCurrency) ?? "not given"}.", "BT-111");
        }

        if (EntryKinds.Of(facts, context.Decided) == EntryKind.CreditNote && facts.Preceding.IsEmpty)
        {
            yield return new("credit-note-without-invoice", "The credit note does not name the invoice that it corrects.", "BT-25");
        }
    }

    private static IEnumerable<IntakeWarning> OfDates(InvoiceFacts facts, DateOnly today)
    {
        if (facts.IssueDate is not { } date)
        {
            yield return new("date-missing", "The document has no date that can be understood; the server would take today's.", "BT-2");
            yield break;
        }

        if (date > today)
        {
            yield return new("date-in-future", $"The date {Days.Text(date)} is in the future (today is {Days.Text(today)}).", "BT-2");
        }

        foreach (var warning in DueDate.Warnings(facts))
        {
            yield return warning;
        }
    }
}
