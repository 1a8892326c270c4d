using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The refusals of invoices and mails that are not about the XML's form, with their remedies.</summary>
internal static class Refusals
{
    public const string ByHand = "Enter it by hand, or let the model propose it from the text and check every figure.";

    public static Refusal SaysNothing { get; } = new(Codes.EmptyInvoice, "The XML has the form of an invoice but neither a number nor a total.");

    public static Refusal SeveralInvoices { get; } = new(Codes.SeveralInvoices, "The XML is an envelope with several invoices in it; none was chosen.");

    public static Refusal NoXml { get; } = new(Codes.PdfWithoutXml, "The PDF carries no XML, so nothing in it is a structured invoice.");

    public static Refusal Locked { get; } = new(Codes.PdfEncrypted, "The PDF is protected with a password; no XML could be taken out of it.");

    public static Refusal UnreadablePdf { get; } = new(Codes.PdfUnreadable, "The PDF is damaged, or is not a PDF; no file could be taken out of it.");

    public static Refusal PdfTooLarge { get; } = new(Codes.PdfTooLarge, "What is packed in the PDF is larger than an invoice may be.");

    public static Refusal Empty { get; } = new(Codes.EmptyFile, "The file is empty.");

    public static Refusal MailWithoutFile { get; } = new(Codes.MailWithoutFile, "The mail has no file that could be an invoice; amounts in its text are not taken for one, and links are not opened.");

    public static Refusal MailHeadersTooLong { get; } = new(Codes.MailHeadersTooLong, "The mail has headers of a hundred kilobytes and more; no mail program writes such, and reading them could take minutes.");

    public static Refusal FileTooLarge(int bytes, int limit) => new(Codes.FileTooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The file has {bytes} bytes, the limit is {limit}."),
        "Give the invoice's file by itself, or raise the limit if you know the sender.");

    public static Refusal NoSkeleton(string root) => new(Codes.Structure,
        $"The XML calls itself {root} and lacks the parts that every invoice has.");
}
