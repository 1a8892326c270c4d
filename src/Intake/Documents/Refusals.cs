using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>The refusals of invoices and mails that are not about the XML's form, with their remedies.</summary>
internal static class Refusals
{
    public const string ByHand = "Enter it by hand, or let the model propose it from the text and check every figure.";

    public static Refusal SaysNothing { get; } = new("empty-invoice", "The XML has the form of an invoice but neither a number nor a total.", "Ask the supplier to send the invoice again.");

    public static Refusal SeveralInvoices { get; } = new("several-invoices", "The XML is an envelope with several invoices in it; none was chosen.", "Take them apart and give each by itself.");

    public static Refusal NoXml { get; } = new(
        "pdf-without-xml", "The PDF carries no XML, so nothing in it is a structured invoice.",
        "See the text of its pages with `agent read FILE --text`. Enter it by hand, or let the model propose it from that text and check every figure.");

    public static Refusal Locked { get; } = new("pdf-encrypted", "The PDF is protected with a password; no XML could be taken out of it.", "Ask the supplier for the invoice without protection, or open it yourself and enter it by hand.");

    public static Refusal UnreadablePdf { get; } = new("pdf-unreadable", "The PDF is damaged, or is not a PDF; no file could be taken out of it.", "Ask the supplier to send the invoice again.");

    public static Refusal PdfTooLarge { get; } = new("pdf-too-large", "What is packed in the PDF is larger than an invoice may be.", "Enter the invoice by hand, or raise the limit if you know the sender.");

    public static Refusal Empty { get; } = new("empty-file", "The file is empty.", "Ask for the file again.");

    public static Refusal MailWithoutFile { get; } = new("mail-without-file", "The mail has no file that could be an invoice; amounts in its text are not taken for one, and links are not opened.", ByHand);

    public static Refusal MailHeadersTooLong { get; } = new("mail-headers-too-long", "The mail has headers of a hundred kilobytes and more; no mail program writes such, and reading them could take minutes.", "Ask the supplier for the invoice's file, and give that.");

    public static Refusal FileTooLarge(int bytes, int limit) => new("file-too-large",
        string.Create(CultureInfo.InvariantCulture, $"The file has {bytes} bytes, the limit is {limit}."),
        "Give the invoice's file by itself, or raise the limit if you know the sender.");

    public static Refusal NoSkeleton(string root) => new("structure",
        $"The XML calls itself {root} and lacks the parts that every invoice has.", "Ask the supplier to send the invoice again.");
}
