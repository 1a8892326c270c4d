using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>What a mail comes to, from what its documents came to.</summary>
internal static class MailOutcome
{
    private static readonly ImmutableArray<string> Sealed = ["application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"];

    public static DocumentOutcome Of(ImmutableArray<ReadDocument> documents, ImmutableArray<ReadInvoice> invoices)
    {
        if (invoices.Length > 0)
        {
            return new DocumentOutcome.Parsed(invoices[0].Facts, invoices[0].Warnings);
        }

        // A logo or a signature is no reason; what should have been an invoice and failed is the strongest one.
        var outcomes = documents.Select(d => d.Outcome).ToList();
        return outcomes.OfType<DocumentOutcome.Rejected>().FirstOrDefault(o => o.Reason != Refusals.Empty)
            ?? outcomes.OfType<DocumentOutcome.NotAnInvoice>().FirstOrDefault(o => o.Reason != Refusals.UnknownContent && o.Reason != Refusals.Html)
            ?? outcomes.OfType<DocumentOutcome.NoStructuredData>().FirstOrDefault()
            ?? (!documents.IsEmpty && documents.All(d => d.Outcome is DocumentOutcome.Rejected)
                ? new DocumentOutcome.Rejected(Refusals.MailWithEmptyFiles(documents.Select(d => d.File)))
                : (DocumentOutcome)new DocumentOutcome.NoStructuredData(Reason(documents)));
    }

    private static Refusal Reason(ImmutableArray<ReadDocument> documents) =>
        documents.Any(d => Sealed.Contains(d.File.ContentType, StringComparer.OrdinalIgnoreCase)) ? Refusals.MailSealed
        : documents.IsEmpty ? Refusals.MailWithoutFile
        : Refusals.MailWithOtherFiles(documents.Select(d => d.File));
}
