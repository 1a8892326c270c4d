using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Pages;

/// <summary>Pages that are pictures.</summary>
internal static class Scan
{
    private const string Picture = "q 595 0 0 842 0 0 cm /P Do Q\n";

    public static byte[] WithoutText() => Pages(Picture).ToBytes();

    public static byte[] BehindText() => Pages(PrintedPages.Text(50, 50, "Total"), Picture).ToBytes();

    /// <summary>The picture, and text over it that no person sees.</summary>
    public static byte[] WithHiddenText() => Pages(Picture + PrintedPages.Text(50, 50, "Total 72,00", before: "3 Tr")).ToBytes();

    /// <summary>A page that shows a picture of the given page (a PGM), and nothing else.</summary>
    public static byte[] Of(byte[] pgm)
    {
        var picture = Intake.Picture.Of(pgm)!;
        return new PrintedPages([Picture])
        {
            Resources = "/XObject << /P 3 0 R >>",
            Objects = [($"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", PrintedPages.Packed(picture.Dots.ToArray()))],
        }.ToBytes();
    }

    private static PrintedPages Pages(params string[] contents) => new(contents)
    {
        Resources = "/XObject << /P 3 0 R >>",
        Objects = [("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", [0x80])],
    };
}
