using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The refusals of files that are not an invoice and are told for what they are, with their remedies.</summary>
internal static class ContentRefusals
{
    private const string Nothing = "Nothing to enter from it.";

    public static Refusal Excel { get; } = Document(Codes.Spreadsheet, "an Excel spreadsheet (.xlsx)");

    public static Refusal OldExcel { get; } = Document(Codes.Spreadsheet, "an Excel spreadsheet (.xls)");

    public static Refusal Word { get; } = Document(Codes.TextDocument, "a Word document (.docx)");

    public static Refusal OldWord { get; } = Document(Codes.TextDocument, "a Word document (.doc)");

    public static Refusal PowerPoint { get; } = Document(Codes.Presentation, "a PowerPoint presentation (.pptx)");

    public static Refusal OldPowerPoint { get; } = Document(Codes.Presentation, "a PowerPoint presentation (.ppt)");

    public static Refusal OpenDocumentSheet { get; } = Document(Codes.Spreadsheet, "an OpenDocument spreadsheet (.ods)");

    public static Refusal OpenDocumentText { get; } = Document(Codes.TextDocument, "an OpenDocument text (.odt)");

    public static Refusal OpenDocument { get; } = Document(Codes.TextDocument, "an OpenDocument file");

    public static Refusal Xps { get; } = Document(Codes.TextDocument, "an XPS document");

    public static Refusal Apple { get; } = Document(Codes.TextDocument, "a document of Apple's Pages, Numbers or Keynote");

    public static Refusal Rtf { get; } = Document(Codes.TextDocument, "a rich text (.rtf)");

    public static Refusal PostScript { get; } = Document(Codes.TextDocument, "a PostScript file");

    public static Refusal LockedOffice { get; } = new(Codes.OfficeEncrypted, "This is an Office document that is protected with a password.");

    public static Refusal OldOffice { get; } = Document(Codes.OldOffice, "a file of an old office program (OLE)");

    public static Refusal OutlookMessage { get; } = new(Codes.OutlookMessage, "This is a message in Outlook's own format (.msg).");

    public static Refusal Picture { get; } = new(Codes.Picture, "This is a picture, not a structured invoice.");

    public static Refusal Book { get; } = new(Codes.UnknownContent, "This is an electronic book.", Nothing);

    public static Refusal Audio { get; } = new(Codes.Audio, "This is a sound recording.");

    public static Refusal Video { get; } = new(Codes.Video, "This is a video.");

    public static Refusal Program { get; } = new(Codes.Program, "This is a program, which no invoice is.");

    public static Refusal Calendar { get; } = new(Codes.Calendar, "This is a calendar entry.");

    public static Refusal BusinessCard { get; } = new(Codes.BusinessCard, "This is a business card.");

    public static Refusal Signature { get; } = new(Codes.Signature, "This is a signature, not a document.");

    public static Refusal Key { get; } = new(Codes.Key, "This is a key or a certificate.");

    public static Refusal SystemFile { get; } = new(Codes.SystemFile, "This is what a computer notes beside its files.");

    public static Refusal MailReceipt { get; } = new(Codes.MailReceipt, "This is the receipt of a certified mail (PEC), not an invoice.");

    public static Refusal Edifact { get; } = Format("an EDIFACT interchange");

    public static Refusal X12 { get; } = Format("an X12 interchange");

    public static Refusal Idoc { get; } = Format("an IDoc of SAP's");

    public static Refusal AccountingEntries { get; } = new(Codes.AccountingEntries, "This is a file of accounting entries (FEC).");

    public static Refusal Json { get; } = new(Codes.Json, "This is JSON; no invoice is read from it.");

    public static Refusal Table { get; } = new(Codes.Csv, "This is a table as text (CSV); no invoice is read from it.");

    public static Refusal PlainText { get; } = new(Codes.UnknownContent, "This is plain text, and neither an email nor a PDF nor an XML.");

    public static Refusal Html { get; } = new(Codes.Html, "This is a web page, not an invoice.");

    public static Refusal Unknown { get; } = new(Codes.UnknownContent, "This is neither an email nor a PDF nor an XML.");

    /// <summary>A file that is two things at once; null where it is one.</summary>
    public static Refusal? TwoThings(SourceFile file) =>
        TwoContents.In(file.CleanName, file.Bytes.Span) is { } two ? new Refusal(Codes.TwoContents, two.Message) : null;

    /// <summary>An archive of a kind that is not opened.</summary>
    public static Refusal Archive(string kind) =>
        new(Codes.Archive, $"This is {kind} archive, which is not opened here.");

    private static Refusal Document(ProblemCode code, string what) => new(code, $"This is {what}; figures in it are not taken for an invoice.");

    private static Refusal Format(string what) => new(Codes.OtherInvoiceFormat, $"This is {what}, not a format that is read here.");
}
