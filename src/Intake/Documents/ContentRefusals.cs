using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The refusals of files that are not an invoice and are told for what they are, with their remedies.</summary>
internal static class ContentRefusals
{
    private const string ForStructured = "Ask the supplier for the invoice as Factur-X, CII or UBL, or enter it by hand.";
    private const string IfInvoice = "If it shows the invoice, enter it by hand, or ask the supplier for Factur-X, CII or UBL.";
    private const string AsFile = "Ask the supplier for the invoice's file.";
    private const string Nothing = "Nothing to enter from it.";
    private const string Dangerous = "Do not open it. Ask the supplier, in a mail of your own, for the invoice as a PDF or an XML.";

    public static Refusal Excel { get; } = Document("spreadsheet", "an Excel spreadsheet (.xlsx)");

    public static Refusal OldExcel { get; } = Document("spreadsheet", "an Excel spreadsheet (.xls)");

    public static Refusal Word { get; } = Document("text-document", "a Word document (.docx)");

    public static Refusal OldWord { get; } = Document("text-document", "a Word document (.doc)");

    public static Refusal PowerPoint { get; } = Document("presentation", "a PowerPoint presentation (.pptx)");

    public static Refusal OldPowerPoint { get; } = Document("presentation", "a PowerPoint presentation (.ppt)");

    public static Refusal OpenDocumentSheet { get; } = Document("spreadsheet", "an OpenDocument spreadsheet (.ods)");

    public static Refusal OpenDocumentText { get; } = Document("text-document", "an OpenDocument text (.odt)");

    public static Refusal OpenDocument { get; } = Document("text-document", "an OpenDocument file");

    public static Refusal Xps { get; } = Document("text-document", "an XPS document");

    public static Refusal Apple { get; } = Document("text-document", "a document of Apple's Pages, Numbers or Keynote");

    public static Refusal Rtf { get; } = Document("text-document", "a rich text (.rtf)");

    public static Refusal PostScript { get; } = Document("text-document", "a PostScript file");

    public static Refusal LockedOffice { get; } = new("office-encrypted", "This is an Office document that is protected with a password.", "Ask the supplier for the invoice without protection, or open it yourself and enter it by hand.");

    public static Refusal OldOffice { get; } = Document("old-office", "a file of an old office program (OLE)");

    public static Refusal OutlookMessage { get; } = new("outlook-message", "This is a message in Outlook's own format (.msg).", "Save the message as .eml and give that.");

    public static Refusal Picture { get; } = new(
        "picture", "This is a picture, not a structured invoice.", $"See the words in it with `agent read FILE --text`. {IfInvoice}");

    public static Refusal Book { get; } = new("unknown-content", "This is an electronic book.", Nothing);

    public static Refusal Audio { get; } = new("audio", "This is a sound recording.", AsFile);

    public static Refusal Video { get; } = new("video", "This is a video.", AsFile);

    public static Refusal Program { get; } = new("program", "This is a program, which no invoice is.", Dangerous);

    public static Refusal Calendar { get; } = new("calendar", "This is a calendar entry.", Nothing);

    public static Refusal BusinessCard { get; } = new("business-card", "This is a business card.", Nothing);

    public static Refusal Signature { get; } = new("signature", "This is a signature, not a document.", "Give the file that it belongs to.");

    public static Refusal Key { get; } = new("key", "This is a key or a certificate.", Nothing);

    public static Refusal SystemFile { get; } = new("system-file", "This is what a computer notes beside its files.", Nothing);

    public static Refusal MailReceipt { get; } = new("mail-receipt", "This is the receipt of a certified mail (PEC), not an invoice.", Nothing);

    public static Refusal Edifact { get; } = Format("an EDIFACT interchange");

    public static Refusal X12 { get; } = Format("an X12 interchange");

    public static Refusal Idoc { get; } = Format("an IDoc of SAP's");

    public static Refusal AccountingEntries { get; } = new("accounting-entries", "This is a file of accounting entries (FEC).", Nothing);

    public static Refusal Json { get; } = new("json", "This is JSON; no invoice is read from it.", ForStructured);

    public static Refusal Table { get; } = new("csv", "This is a table as text (CSV); no invoice is read from it.", ForStructured);

    public static Refusal PlainText { get; } = new("unknown-content", "This is plain text, and neither an email nor a PDF nor an XML.", "Give the .eml, the .pdf or the .xml of the invoice.");

    public static Refusal Html { get; } = new("html", "This is a web page, not an invoice.", IfInvoice);

    public static Refusal Unknown { get; } = new("unknown-content", "This is neither an email nor a PDF nor an XML.", "Give the .eml, the .pdf or the .xml of the invoice.");

    /// <summary>A file that is two things at once; null where it is one.</summary>
    public static Refusal? TwoThings(SourceFile file) =>
        TwoContents.In(file.CleanName, file.Bytes.Span) is { } two ? new Refusal(TwoContents.Code, two.Message, TwoContents.Remedy) : null;

    /// <summary>An archive of a kind that is not opened.</summary>
    public static Refusal Archive(string kind) =>
        new("archive", $"This is {kind} archive, which is not opened here.", "Unpack it yourself and give the invoice's file, or ask the supplier for a zip.");

    private static Refusal Document(string code, string what) => new(code, $"This is {what}; figures in it are not taken for an invoice.", ForStructured);

    private static Refusal Format(string what) => new("other-invoice-format", $"This is {what}, not a format that is read here.", ForStructured);
}
