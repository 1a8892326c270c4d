using static DolibarrAgent.Changesets.Whose;

namespace DolibarrAgent.Changesets;

/// <remarks>Why a file gives no invoice.</remarks>
public static partial class Codes
{
    public static ProblemCode AccountingEntries { get; } = Refusal(Model, "accounting-entries", "Nothing to enter from it.");
    public static ProblemCode Archive { get; } = Refusal(
        Model, "archive", "Unpack it yourself and give the invoice's file, or ask the supplier for a zip.");
    public static ProblemCode ArchiveDamaged { get; } = Refusal(
        Model, "archive-damaged", "Ask the supplier to send it again, or for the invoice's file by itself.");
    public static ProblemCode ArchiveEmpty { get; } = Refusal(
        Model, "archive-empty", "Ask the supplier to send it again, or for the invoice's file by itself.");
    public static ProblemCode ArchiveEncrypted { get; } = Refusal(
        Model, "archive-encrypted",
        "Ask the supplier for the invoice without a password, or unpack it yourself and give the invoice's file.");
    public static ProblemCode ArchiveInArchive { get; } = Refusal(Model, "archive-in-archive", "Take it out and give it by itself.");
    public static ProblemCode ArchiveTooLarge { get; } = Refusal(
        Model, "archive-too-large", "Unpack it yourself, if you know the sender, and give the invoice's file.");
    public static ProblemCode ArchiveTooManyFiles { get; } = Refusal(
        Model, "archive-too-many-files", "Unpack it yourself, if you know the sender, and give the invoice's file.");
    public static ProblemCode Audio { get; } = Refusal(Model, "audio", "Ask the supplier for the invoice's file.");
    public static ProblemCode BankStatement { get; } = Refusal(Model, "bank-statement", "Nothing to enter from it.");
    public static ProblemCode BusinessCard { get; } = Refusal(Model, "business-card", "Nothing to enter from it.");
    public static ProblemCode Calendar { get; } = Refusal(Model, "calendar", "Nothing to enter from it.");
    public static ProblemCode Csv { get; } = Refusal(
        Model, "csv", "Ask the supplier for the invoice as Factur-X, CII or UBL, or enter it by hand.");
    public static ProblemCode EmptyFile { get; } = Refusal(Model, "empty-file", "Ask for the file again.");
    public static ProblemCode EmptyInvoice { get; } = Refusal(Model, "empty-invoice", "Ask the supplier to send the invoice again.");
    public static ProblemCode Fatturapa { get; } = Refusal(
        Model, "fatturapa", "If it is an invoice, enter it by hand, or ask the supplier for Factur-X, CII or UBL.");
    public static ProblemCode FileSealed { get; } = Refusal(
        Model, "file-sealed", "Ask the supplier for the invoice without encryption, or decrypt it yourself and give the file.");
    public static ProblemCode Html { get; } = Refusal(
        Model, "html", "If it shows the invoice, enter it by hand, or ask the supplier for Factur-X, CII or UBL.");
    public static ProblemCode Json { get; } = Refusal(
        Model, "json", "Ask the supplier for the invoice as Factur-X, CII or UBL, or enter it by hand.");
    public static ProblemCode Key { get; } = Refusal(Model, "key", "Nothing to enter from it.");
    public static ProblemCode MailHeadersTooLong { get; } = Refusal(
        Model, "mail-headers-too-long", "Ask the supplier for the invoice's file, and give that.");
    public static ProblemCode MailReceipt { get; } = Refusal(Model, "mail-receipt", "Nothing to enter from it.");
    public static ProblemCode MailReport { get; } = Refusal(Model, "mail-report", "Nothing to enter from it.");
    public static ProblemCode MailSealed { get; } = Refusal(
        Model, "mail-sealed", "Open it in the mail program that has the key, save the invoice's file and give that.");
    public static ProblemCode MailWithoutFile { get; } = Refusal(
        Model, "mail-without-file", "Enter it by hand, or let the model propose it from the text and check every figure.");
    public static ProblemCode MailWithoutInvoice { get; } = Refusal(
        Model, "mail-without-invoice", "Give the invoice's file, or enter it by hand.");
    public static ProblemCode ArchiveWithoutInvoice { get; } = Refusal(
        Model, "archive-without-invoice", "Give the invoice's file, or enter it by hand.");
    public static ProblemCode FileWithoutInvoice { get; } = Refusal(
        Model, "file-without-invoice", "Give the invoice's file, or enter it by hand.");
    public static ProblemCode OfficeEncrypted { get; } = Refusal(
        Model, "office-encrypted", "Ask the supplier for the invoice without protection, or open it yourself and enter it by hand.");
    public static ProblemCode OldOffice { get; } = Refusal(
        Model, "old-office", "Ask the supplier for the invoice as Factur-X, CII or UBL, or enter it by hand.");
    public static ProblemCode Order { get; } = Refusal(Model, "order", "Nothing to enter; wait for the invoice.");
    public static ProblemCode OtherInvoiceFormat { get; } = Refusal(
        Model, "other-invoice-format", "Ask the supplier for the invoice as Factur-X, CII or UBL, or enter it by hand.");
    public static ProblemCode OtherXml { get; } = Refusal(
        Model, "other-xml", "If it is an invoice, enter it by hand, or ask the supplier for Factur-X, CII or UBL.");
    public static ProblemCode OutlookMessage { get; } = Refusal(Model, "outlook-message", "Save the message as .eml and give that.");
    public static ProblemCode PagesEmpty { get; } = Refusal(
        Model, "pages-empty", "Open it yourself, and ask the supplier if it should show something.");
    public static ProblemCode PagesLocked { get; } = Refusal(
        Model, "pages-locked", "Ask the supplier for the invoice without protection, or open it yourself and enter it by hand.");
    public static ProblemCode PagesNone { get; } = Refusal(Model, "pages-none", "Give the PDF, or a picture of each page.");
    public static ProblemCode PagesNotProven { get; } = Refusal(
        Person, "pages-not-proven",
        "Read the text of the pages with `agent read FILE --text`. Have the model propose the invoice from that text, or enter it "
            + "by hand.");
    public static ProblemCode PagesNotRead { get; } = Refusal(
        Model, "pages-not-read", "Check that the program agent is complete and can be started.");
    public static ProblemCode PagesNotRecognised { get; } = Refusal(
        Model, "pages-not-recognised", "Ask the supplier to send the invoice again, or open it yourself and enter it by hand.");
    public static ProblemCode PagesSayNoInvoice { get; } = Refusal(
        Person, "pages-say-no-invoice",
        "Read the text of the pages with `agent read FILE --text`. Have the model propose the invoice from that text, or enter it "
            + "by hand.");
    public static ProblemCode PagesTooLarge { get; } = Refusal(Model, "pages-too-large", "Enter the invoice by hand.");
    public static ProblemCode PagesTooMany { get; } = Refusal(
        Model, "pages-too-many", "Give the pages of the invoice by themselves.");
    public static ProblemCode PagesTooSlow { get; } = Refusal(
        Model, "pages-too-slow", "Enter the invoice by hand, or give the pages that matter by themselves.");
    public static ProblemCode PagesUnreadable { get; } = Refusal(
        Model, "pages-unreadable", "Ask the supplier to send the invoice again, or open it yourself and enter it by hand.");
    public static ProblemCode PagesWithoutText { get; } = Refusal(
        Model, "pages-without-text",
        "Install what is missing, or ask the supplier for the invoice as Factur-X, CII or UBL.");
    public static ProblemCode PaymentOrder { get; } = Refusal(Model, "payment-order", "Nothing to enter from it.");
    public static ProblemCode PdfEncrypted { get; } = Refusal(
        Model, "pdf-encrypted", "Ask the supplier for the invoice without protection, or open it yourself and enter it by hand.");
    public static ProblemCode PdfTooLarge { get; } = Refusal(
        Model, "pdf-too-large", "Enter the invoice by hand, or raise the limit if you know the sender.");
    public static ProblemCode PdfUnreadable { get; } = Refusal(Model, "pdf-unreadable", "Ask the supplier to send the invoice again.");
    public static ProblemCode PdfWithoutXml { get; } = Refusal(
        Model, "pdf-without-xml",
        "See the text of its pages with `agent read FILE --text`. Enter it by hand, or let the model propose it from that text and "
            + "check every figure.");
    public static ProblemCode Picture { get; } = Refusal(
        Model, "picture",
        "See the words in it with `agent read FILE --text`. If it shows the invoice, enter it by hand, or ask the supplier for "
            + "Factur-X, CII or UBL.");
    public static ProblemCode Presentation { get; } = Refusal(
        Model, "presentation", "Ask the supplier for the invoice as Factur-X, CII or UBL, or enter it by hand.");
    public static ProblemCode Program { get; } = Refusal(
        Model, "program", "Do not open it. Ask the supplier, in a mail of your own, for the invoice as a PDF or an XML.");
    public static ProblemCode Reminder { get; } = Refusal(Model, "reminder", "Nothing to enter; wait for the invoice.");
    public static ProblemCode SeveralInvoices { get; } = Refusal(Model, "several-invoices", "Take them apart and give each by itself.");
    public static ProblemCode Signature { get; } = Refusal(Model, "signature", "Give the file that it belongs to.");
    public static ProblemCode SignedDamaged { get; } = Refusal(
        Model, "signed-damaged", "Ask the supplier to send it again, or for the invoice's file by itself.");
    public static ProblemCode SignedUnknown { get; } = Refusal(
        Model, "signed-unknown", "Ask the supplier to send it again, or for the invoice's file by itself.");
    public static ProblemCode Spreadsheet { get; } = Refusal(
        Model, "spreadsheet", "Ask the supplier for the invoice as Factur-X, CII or UBL, or enter it by hand.");
    public static ProblemCode Statement { get; } = Refusal(Model, "statement", "Nothing to enter; wait for the invoice.");
    public static ProblemCode StatusMessage { get; } = Refusal(Model, "status-message", "Nothing to enter; wait for the invoice.");
    public static ProblemCode Structure { get; } = Refusal(Model, "structure", "Ask the supplier to send the invoice again.");
    public static ProblemCode SystemFile { get; } = Refusal(Model, "system-file", "Nothing to enter from it.");
    public static ProblemCode TextDocument { get; } = Refusal(
        Model, "text-document", "Ask the supplier for the invoice as Factur-X, CII or UBL, or enter it by hand.");
    public static ProblemCode UnknownContent { get; } = Refusal(
        Model, "unknown-content", "Give the .eml, the .pdf or the .xml of the invoice.");
    public static ProblemCode Video { get; } = Refusal(Model, "video", "Ask the supplier for the invoice's file.");
    public static ProblemCode XmlDtd { get; } = Refusal(
        Model, "xml-dtd", "Do not open it elsewhere; ask the supplier for the invoice without a DTD.");
    public static ProblemCode XmlEncoding { get; } = Refusal(Model, "xml-encoding", "Ask the supplier to send the invoice again.");
    public static ProblemCode XmlNotWellFormed { get; } = Refusal(
        Model, "xml-not-well-formed", "Ask the supplier to send the invoice again.");
    public static ProblemCode XmlTooComplex { get; } = Refusal(
        Model, "xml-too-complex", "Enter the invoice by hand, or raise the limit if you know the sender.");
    public static ProblemCode XmlTooLarge { get; } = Refusal(
        Model, "xml-too-large", "Enter the invoice by hand, or raise the limit if you know the sender.");
    public static ProblemCode TestDocument { get; } = Refusal(
        Model, "test-document", "Wait for the real invoice; nothing is owed for a test.");
    public static ProblemCode DecimalComma { get; } = Refusal(
        Model, "decimal-comma",
        "Ask the supplier to send it again: its program writes numbers in a form that cannot be read safely. Until then, "
            + "enter it by hand from the page.");
    public static ProblemCode AmountNotUnderstood { get; } = Refusal(
        Model, "amount-not-understood",
        "Ask the supplier to send it again: its program writes numbers in a form that cannot be read safely. Until then, "
            + "enter it by hand from the page.");
    public static ProblemCode TypeForAPerson { get; } = Refusal(
        Model, "type-for-a-person", "Say which it is with --as invoice or --as credit-note. Where an invoice follows, wait for it.");
    public static ProblemCode DocumentsDisagree { get; } = Refusal(
        Model, "documents-disagree", "Ask the supplier which of the two counts, then give that file alone.");
    public static ProblemCode CurrencyForeign { get; } = Refusal(
        Model, "currency-foreign",
        "Switch on the module Multicurrency in Dolibarr and give this currency a rate there, then run this again.");
    public static ProblemCode CurrencyMissing { get; } = Refusal(
        Model, "currency-missing", "Ask the supplier for a document that names its currency; until then, enter it by hand.");
    public static ProblemCode CurrencyMixed { get; } = Refusal(
        Model, "currency-mixed", "Ask the supplier which currency counts; until then, enter it by hand from the page.");
    public static ProblemCode TotalsDoNotAddUp { get; } = Refusal(
        Model, "totals-do-not-add-up", "Ask the supplier for a right one; enter by hand what they confirm.");
    public static ProblemCode NumberMissing { get; } = Refusal(
        Model, "number-missing", "Ask the supplier for its number. Where it has none, enter it by hand under a number of your own.");
    public static ProblemCode DateMissing { get; } = Refusal(
        Model, "date-missing", "Ask the supplier for its date; until then, enter it by hand.");
}
