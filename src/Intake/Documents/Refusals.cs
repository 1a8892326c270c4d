using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>The refusals that are not about the XML's form, with their remedies, in one place.</summary>
internal static class Refusals
{
    private const string ByHand = "Enter it by hand, or let the model propose it from the text and check every figure.";

    public static Refusal Html { get; } = new("html", "This is a web page, not an invoice.", ByHand);

    public static Refusal SaysNothing { get; } = new("empty-invoice", "The XML has the form of an invoice but neither a number nor a total.", "Ask the supplier to send the invoice again.");

    public static Refusal SeveralInvoices { get; } = new("several-invoices", "The XML is an envelope with several invoices in it; none was chosen.", "Take them apart and give each by itself.");

    public static Refusal NoXml { get; } = new("pdf-without-xml", "The PDF carries no XML: a person can read it, a program cannot.", ByHand);

    public static Refusal Locked { get; } = new("pdf-encrypted", "The PDF is protected with a password; no XML could be taken out of it.", "Ask the supplier for the invoice without protection, or open it yourself and enter it by hand.");

    public static Refusal UnreadablePdf { get; } = new("pdf-unreadable", "The PDF is damaged, or is none; no file could be taken out of it.", "Ask the supplier to send the invoice again.");

    public static Refusal PdfTooLarge { get; } = new("pdf-too-large", "What is packed in the PDF is larger than an invoice may be.", "Enter the invoice by hand, or raise the limit if you know the sender.");

    public static Refusal Archive { get; } = new("archive", "This is an archive; archives are not opened.", "Take the invoice out of it yourself, and look at what else is in it.");

    public static Refusal OutlookMessage { get; } = new("outlook-message", "This is a message in Outlook's own format (.msg).", "Save the message as .eml and give that.");

    public static Refusal UnknownContent { get; } = new("unknown-content", "This is neither an email nor a PDF nor an XML.", "Give the .eml, the .pdf or the .xml of the invoice.");

    public static Refusal Empty { get; } = new("empty-file", "The file is empty.", "Ask for the file again.");

    public static Refusal MailWithoutFile { get; } = new("mail-without-file", "The mail has no file that could be an invoice; amounts in its text are not taken for one, and links are not opened.", ByHand);

    public static Refusal MailHeadersTooLong { get; } = new("mail-headers-too-long", "The mail has headers of a hundred kilobytes and more; no mail program writes such, and reading them could take minutes.", "Ask the supplier for the invoice's file, and give that.");

    public static Refusal MailSealed { get; } = new("mail-sealed", "The mail is sealed (S/MIME or PGP); what is in it cannot be read here.", "Open it in the mail program that has the key, save the invoice's file and give that.");

    public static Refusal MailWithOtherFiles(IEnumerable<SourceFile> files) =>
        new("mail-without-invoice", $"The mail brings no PDF and no XML, only {Named(files)}; a program reads no invoice from these.", ByHand);

    public static Refusal MailWithEmptyFiles(IEnumerable<SourceFile> files) =>
        new("empty-file", $"What the mail brings is empty, or its encoding is broken: {Named(files)}.", "Ask for the mail again.");

    public static Refusal FileTooLarge(int bytes, int limit) => new("file-too-large",
        string.Create(CultureInfo.InvariantCulture, $"The file has {bytes} bytes, the limit is {limit}."),
        "Give the invoice's file by itself, or raise the limit if you know the sender.");

    public static Refusal NoSkeleton(string root) => new("structure",
        $"The XML calls itself {root} and lacks the parts that every invoice has.", "Ask the supplier to send the invoice again.");

    public static Refusal OtherRoot(Element root) => new(Code(root.Name), $"The XML is {What(root.Name)}, not an invoice that is read here.", Remedy(root.Name));

    private static string Code(string root) => root switch
    {
        "FatturaElettronica" => "fatturapa",
        "SCRDMCCBDACIOMessageStructure" or "Order" or "OrderResponse" => "order",
        "CrossDomainAcknowledgementAndResponse" or "ApplicationResponse" => "status-message",
        _ => "other-xml",
    };

    private static string What(string root) => root switch
    {
        "FatturaElettronica" => "in FatturaPA (the Italian format)",
        "SCRDMCCBDACIOMessageStructure" => "an Order-X order",
        "Order" or "OrderResponse" => "a UBL order",
        "CrossDomainAcknowledgementAndResponse" => "a status message about an invoice (CDAR)",
        "ApplicationResponse" => "a UBL status message",
        _ => $"a document of the kind “{Shown(root)}”",
    };

    private static string Remedy(string root) => Code(root) switch
    {
        "order" or "status-message" => "Nothing to enter; wait for the invoice.",
        _ => "If it is an invoice, enter it by hand, or ask the supplier for Factur-X, CII or UBL.",
    };

    private static string Named(IEnumerable<SourceFile> files)
    {
        const int MostNamed = 5;
        var all = files.Select(f => $"{f.CleanName} ({f.ContentType})").ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {all.Count - MostNamed} more") : "");
    }

    private static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
