using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>What a mail brings beside its invoices, and nobody has read: a person should know that it is there.</summary>
internal static class BesideInvoices
{
    public static IEnumerable<IntakeWarning> Of(MailFacts mail, ImmutableArray<ReadDocument> documents) =>
    [
        .. Warnings(mail).Where(w => w.Code != "mail-text-cut").Distinct(),
        .. OncePerFile(documents.Where(d => CouldBeOne(d.Outcome))).Select(d => new IntakeWarning(
            "other-document-unread", $"The mail also brings '{d.File.CleanName}', which was not read: {d.Outcome.Refusal!.Message} Look whether it is another invoice.")),
    ];

    private static List<ReadDocument> OncePerFile(IEnumerable<ReadDocument> documents) =>
        documents.Aggregate(new List<ReadDocument>(), (once, document) => once.Exists(d => d.File.HasBytesOf(document.File)) ? once : [.. once, document]);

    private static IEnumerable<IntakeWarning> Warnings(MailFacts mail) => mail.Warnings.Concat(mail.Nested.SelectMany(Warnings));

    private static bool CouldBeOne(DocumentOutcome outcome) => outcome switch
    {
        DocumentOutcome.Rejected rejected => rejected.Reason != Refusals.Empty,
        DocumentOutcome.NoStructuredData => true,
        DocumentOutcome.NotAnInvoice other => other.Reason.Code is "fatturapa" or "other-xml",
        _ => false,
    };
}
