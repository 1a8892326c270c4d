using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Draws a page for a person to look at. A hostile file does what it likes to the program that draws it, which has limits of
/// its own; whoever asks still is a process that reads for another.
/// </summary>
public static class PagePicture
{
    // Of an A4 page 110 dots an inch: enough to read the smallest print, in a hundred kilobytes.
    private const int LongerSide = 1286;

    /// <summary>The whole page as PNG, grey, as it lies in the file; null where it could not be drawn.</summary>
    /// <param name="bytes">The PDF or picture.</param>
    /// <param name="page">From 1.</param>
    /// <param name="tools">What draws.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<byte[]?> DrawAsync(ReadOnlyMemory<byte> bytes, int page, RecognitionTools tools, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tools);
        if (!tools.Missing.IsEmpty)
        {
            return null;
        }
        ReadOnlyMemory<byte>? pdf = FileContent.Of(bytes.Span) switch
        {
            ContentKind.Pdf => bytes,
            ContentKind.Png or ContentKind.Jpeg or ContentKind.OtherPicture => await new Recogniser(tools).PdfOfAsync(bytes, cancel),
            _ => null,
        };
        var number = page.ToString(CultureInfo.InvariantCulture);
        var side = LongerSide.ToString(CultureInfo.InvariantCulture);
        return pdf is { IsEmpty: false } drawn
            ? await tools.Drawing.RunAsync(["-f", number, "-l", number, "-scale-to", side, "-gray", "-cropbox", "-png", "-"], drawn, cancel)
            : null;
    }
}
