using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The refusals of pages, with their remedies.</summary>
internal static class PageRefusals
{
    public static Refusal NotPages { get; } = new(
        Codes.PagesNone, "The file has no pages that can be read: it is neither a PDF nor a picture (PNG, JPEG, TIFF).");

    public static Refusal Locked { get; } = new(
        Codes.PagesLocked, "The PDF is protected with a password; its pages cannot be read.");

    public static Refusal Unreadable { get; } = new(Codes.PagesUnreadable, "The PDF is damaged; its pages cannot be read.");

    public static Refusal TooLarge { get; } = new(Codes.PagesTooLarge, "What the pages are drawn from is larger than an invoice may be.");

    public static Refusal TooManyWords { get; } = new(Codes.PagesTooLarge, "The pages have more words than an invoice may have.");

    public static Refusal Ended { get; } = new(
        Codes.PagesUnreadable, "The process that reads pages ended over this file: "
        + "it takes more memory than a document may, or is damaged in a way that the reader does not know.");

    public static Refusal Late { get; } = new(Codes.PagesTooSlow, "Reading the pages took longer than a document may take.");

    public static Refusal NoWords { get; } = new(Codes.PagesEmpty, "There are no words on the pages.");

    public static Refusal NotRecognised { get; } = new(
        Codes.PagesNotRecognised,
            "Pages without text could not be recognised: the picture is damaged, too large, or of a kind that is not read.");

    public static Refusal NoTools(IEnumerable<string> missing) => new(
        Codes.PagesWithoutText, $"Pages without text need tesseract and pdftoppm to be read; missing here: {string.Join(", ", missing)}.",
        $"Install them ({RecognitionTools.Packages}), or ask the supplier for the invoice as Factur-X, CII or UBL.");

    public static Refusal TooManyPictures(int pages, int most) => new(
        Codes.PagesTooMany, string.Create(CultureInfo.InvariantCulture,
            $"{pages} pages have no text; of those {most} are recognised at most."));

    public static Refusal TooMany(int pages, int most) => new(
        Codes.PagesTooMany, string.Create(CultureInfo.InvariantCulture, $"The PDF has {pages} pages; {most} are read at most."));

    public static Refusal Unusable(string why) => new(
        Codes.PagesNotRead, $"The process that reads pages could not be used: {FullStop.After(why)}");
}
