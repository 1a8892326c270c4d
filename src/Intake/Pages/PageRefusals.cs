using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The refusals of pages, with their remedies.</summary>
internal static class PageRefusals
{
    private const string AskAgain = "Ask the supplier to send the invoice again, or open it yourself and enter it by hand.";

    public static Refusal NotPages { get; } = new(
        "pages-none", "The file has no pages that can be read: it is neither a PDF nor a picture (PNG, JPEG, TIFF).", "Give the PDF, or a picture of each page.");

    public static Refusal Locked { get; } = new(
        "pages-locked", "The PDF is protected with a password; its pages cannot be read.",
        "Ask the supplier for the invoice without protection, or open it yourself and enter it by hand.");

    public static Refusal Unreadable { get; } = new("pages-unreadable", "The PDF is damaged; its pages cannot be read.", AskAgain);

    public static Refusal TooLarge { get; } = new("pages-too-large", "What the pages are drawn from is larger than an invoice may be.", "Enter the invoice by hand.");

    public static Refusal TooManyWords { get; } = new("pages-too-large", "The pages have more words than an invoice may have.", "Enter the invoice by hand.");

    public static Refusal Ended { get; } = new(
        "pages-unreadable", "The process that reads pages ended over this file: it takes more memory than a document may, or is damaged in a way that the reader does not know.",
        AskAgain);

    public static Refusal Late { get; } = new("pages-too-slow", "Reading the pages took longer than a document may take.", "Enter the invoice by hand, or give the pages that matter by themselves.");

    public static Refusal NoWords { get; } = new("pages-empty", "There are no words on the pages.", "Open it yourself, and ask the supplier if it should show something.");

    public static Refusal NotRecognised { get; } = new(
        "pages-not-recognised", "Pages without text could not be recognised: the picture is damaged, too large, or of a kind that is not read.", AskAgain);

    public static Refusal NoTools(IEnumerable<string> missing) => new(
        "pages-without-text", $"Pages without text need tesseract and pdftoppm to be read; missing here: {string.Join(", ", missing)}.",
        $"Install them ({RecognitionTools.Packages}), or ask the supplier for the invoice as Factur-X, CII or UBL.");

    public static Refusal TooManyPictures(int pages, int most) => new(
        "pages-too-many", string.Create(CultureInfo.InvariantCulture, $"{pages} pages have no text; of those {most} are recognised at most."),
        "Give the pages of the invoice by themselves.");

    public static Refusal TooMany(int pages, int most) => new(
        "pages-too-many", string.Create(CultureInfo.InvariantCulture, $"The PDF has {pages} pages; {most} are read at most."),
        "Give the pages of the invoice by themselves.");

    public static Refusal Unusable(string why) => new(
        "pages-not-read", $"The process that reads pages could not be used: {FullStop.After(why)}", "Check that the program agent is complete and can be started.");
}
