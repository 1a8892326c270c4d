using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>What a mail comes to, from what its documents came to.</summary>
internal static class MailOutcome
{
    public static DocumentOutcome Of(ImmutableArray<DocumentOutcome> documents, ImmutableArray<ReadInvoice> invoices)
    {
        if (invoices.Length > 0)
        {
            return new DocumentOutcome.Parsed(invoices[0].Facts, invoices[0].Warnings);
        }

        // A logo or a signature is no reason; what should have been an invoice and failed is the strongest one.
        return documents.OfType<DocumentOutcome.Rejected>().FirstOrDefault(o => o.Reason != Refusals.Empty)
            ?? documents.OfType<DocumentOutcome.NotAnInvoice>().FirstOrDefault(o => o.Reason != Refusals.UnknownContent && o.Reason != Refusals.Html)
            ?? documents.OfType<DocumentOutcome.NoStructuredData>().FirstOrDefault()
            ?? (DocumentOutcome)new DocumentOutcome.NoStructuredData(Refusals.MailWithoutFile);
    }
}
