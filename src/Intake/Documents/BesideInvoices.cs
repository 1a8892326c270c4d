using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What a mail or an archive brings besides its invoices, and was not read: a person should know that it is there.</summary>
internal static class BesideInvoices
{
    public static IEnumerable<IntakeWarning> Of(MailFacts found, ImmutableArray<ReadDocument> documents) =>
    [
        .. Warnings(found).Where(w => w.Code != "mail-text-cut").Distinct(),
        .. documents.Where(d => CouldBeOne(d.Outcome) && !IsEmbedded(d.File, documents)).DistinctByBytes(d => d.File).Select(d => new IntakeWarning(
            "other-document-unread", $"With the invoice came '{d.File.Place}', which was not read: {d.Outcome.Refusal!.Message} Check whether it is another invoice.")),
    ];

    /// <summary>The warnings of a message and of those in it.</summary>
    public static IEnumerable<IntakeWarning> Warnings(MailFacts found) => found.Warnings.Concat(found.Nested.SelectMany(Warnings));

    // The readable PDF of an XML often comes twice: inside it and beside it.
    private static bool IsEmbedded(SourceFile file, ImmutableArray<ReadDocument> documents) =>
        documents.Select(d => d.Outcome).OfType<DocumentOutcome.Parsed>().Any(parsed => parsed.Embedded.Any(file.HasBytesOf));

    private static bool CouldBeOne(DocumentOutcome outcome) => outcome switch
    {
        DocumentOutcome.Rejected rejected => rejected.Reason != Refusals.Empty,
        DocumentOutcome.NoStructuredData => true,
        DocumentOutcome.NotAnInvoice other => other.Reason.Code.IsOneOf(Codes.Fatturapa, Codes.OtherInvoiceFormat, Codes.OtherXml),
        _ => false,
    };
}
