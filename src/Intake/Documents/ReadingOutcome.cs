using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// What a mail or a container without an invoice comes to: one refusal that names every file in it and says why each is
/// none, the strongest reason first. Its code and remedy are those of the strongest.
/// </summary>
internal static class ReadingOutcome
{
    // What no clerk would look into for an invoice.
    private static readonly ProblemCode[] NeverInvoices =
        [Codes.Signature, Codes.Key, Codes.MailReceipt, Codes.MailReport, Codes.Calendar, Codes.BusinessCard, Codes.SystemFile];

    // What might show an invoice to a person, and was sent for anything else as often.
    private static readonly ProblemCode[] SeldomInvoices =
        [Codes.Picture, Codes.Html, Codes.UnknownContent, Codes.Json, Codes.Csv, Codes.Audio, Codes.Video, Codes.Program, Codes.AccountingEntries];

    // What was left out says why an invoice may be missing. Whether the rest was signed, or is long, does not.
    private static readonly string[] SayNothingOfFiles = ["mail-text-cut", "signature-not-checked"];

    /// <summary>The refusal. <paramref name="what"/> is <c>mail</c>, <c>archive</c> or <c>file</c>.</summary>
    public static DocumentOutcome WithoutInvoice(string what, IEnumerable<ReadDocument> documents, IEnumerable<IntakeWarning> warnings)
    {
        var refused = documents.Where(d => d.Outcome.Refusal is not null).OrderBy(d => Rank(d.Outcome)).ToList();
        var leftOut = warnings.Where(w => !SayNothingOfFiles.Contains(w.Code)).Select(w => w.Text).Distinct();
        if (refused.Count == 0 || refused.TrueForAll(d => Rank(d.Outcome) == Ranks.Never))
        {
            return new DocumentOutcome.NoStructuredData(Refusals.MailWithoutFile with { Message = Sentences([Refusals.MailWithoutFile.Message, .. Reasons(refused), .. leftOut]) });
        }

        var strongest = refused[0].Outcome;
        var message = Sentences([$"The {what} holds no invoice that a program can read.", .. Reasons(refused), .. leftOut]);
        return Rank(strongest) < Ranks.Seldom || strongest is DocumentOutcome.Rejected
            ? With(strongest, strongest.Refusal! with { Message = message })
            : new DocumentOutcome.NoStructuredData(new(CodeOf(what), message, strongest.Refusal!.Code == ContentRefusals.Unknown.Code ? Refusals.ByHand : strongest.Refusal.Remedy));
    }

    private enum Ranks
    {
        Broken,
        OtherFormat,
        ForPeople,
        Seldom,
        Empty,
        Never,
    }

    private static Ranks Rank(DocumentOutcome outcome) => outcome switch
    {
        DocumentOutcome.Rejected rejected => rejected.Reason == Refusals.Empty ? Ranks.Empty : Ranks.Broken,
        _ when NeverInvoices.Contains(outcome.Refusal!.Code) => Ranks.Never,
        _ when SeldomInvoices.Contains(outcome.Refusal.Code) => Ranks.Seldom,
        DocumentOutcome.NotAnInvoice => Ranks.OtherFormat,
        _ => Ranks.ForPeople,
    };

    private static IEnumerable<string> Reasons(IEnumerable<ReadDocument> refused) =>
        refused.GroupBy(d => d.Outcome.Refusal!.Message).Select(group => $"{NamesInText.Of([.. group.Select(d => d.File.Name.Length > 0 ? d.File.Place : "A file without a name")])}: {group.Key}");

    private static ProblemCode CodeOf(string what) => what switch
    {
        "mail" => Codes.MailWithoutInvoice,
        "archive" => Codes.ArchiveWithoutInvoice,
        _ => Codes.FileWithoutInvoice,
    };

    private static string Sentences(IEnumerable<string> sentences) => string.Join(' ', sentences);

    private static DocumentOutcome With(DocumentOutcome outcome, Refusal refusal) => outcome switch
    {
        DocumentOutcome.Rejected => new DocumentOutcome.Rejected(refusal),
        DocumentOutcome.NotAnInvoice => new DocumentOutcome.NotAnInvoice(refusal),
        _ => new DocumentOutcome.NoStructuredData(refusal),
    };
}
