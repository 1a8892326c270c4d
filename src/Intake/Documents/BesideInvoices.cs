using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What a mail or an archive brings besides its invoices, and was not read: a person should know that it is there.</summary>
internal static class BesideInvoices
{
    private const string Unread = "other-document-unread";

    /// <summary>What is said of the mail or the archive itself.</summary>
    public static IEnumerable<IntakeWarning> Around(MailFacts found) => Warnings(found).Where(w => w.Code != "mail-text-cut").Distinct();

    /// <summary>An invoice with one warning for each document that could be one too and was not read, in place of those it had.</summary>
    public static ReadInvoice WithUnread(ReadInvoice invoice, ImmutableArray<ReadDocument> documents) => invoice with
    {
        Warnings =
        [
            .. invoice.Warnings.Where(warning => warning.Code != Unread),
            .. documents.Where(d => CouldBeOne(d.Outcome) && !IsEmbedded(d.File, documents)).DistinctByBytes(d => d.File)
                .Select(d => new IntakeWarning(Unread, $"With the invoice came '{d.File.Place}', which {Happened(d.Outcome)}: "
                    + $"{d.Outcome.Refusal!.Message} Check whether it is another invoice.")),
        ],
    };

    private static string Happened(DocumentOutcome outcome) =>
        outcome is DocumentOutcome.NoStructuredData { Printed: not null } ? "was not entered" : "was not read";

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
