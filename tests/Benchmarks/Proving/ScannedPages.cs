using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using DolibarrAgent.Intake;

namespace DolibarrAgent.Benchmarks;

/// <summary>A document as a scanner gives it: its pages as pictures of 200 dots an inch, and no text.</summary>
internal static class ScannedPages
{
    private const int MostPages = 6;
    private const string Dots = "200";
    private const double PointsOfDot = 72.0 / 200;

    /// <summary>The PDF of pictures; null where the pages cannot be drawn.</summary>
    public static async Task<byte[]?> OfAsync(byte[] pdf, RecognitionTools tools, CancellationToken cancel)
    {
        var pictures = new List<Picture>();
        for (var page = 1; page <= MostPages; page++)
        {
            var number = page.ToString(CultureInfo.InvariantCulture);
            var drawn = await tools.Drawing.RunAsync(["-f", number, "-l", number, "-r", Dots, "-gray", "-cropbox", "-"], pdf, cancel);
            if (drawn is null || Picture.Of(drawn) is not { } picture)
            {
                break;
            }

            pictures.Add(picture);
        }

        return pictures.Count == 0 ? null : Pdf([.. pictures]);
    }

    private static byte[] Pdf(ImmutableArray<Picture> pictures)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {pictures.Length} /Kids [{string.Join(' ', pictures.Select((_, i) => $"{3 + (3 * i)} 0 R"))}] >>");
        foreach (var (picture, i) in pictures.Select((picture, i) => (picture, i)))
        {
            var (width, height) = (picture.Width * PointsOfDot, picture.Height * PointsOfDot);
            var size = string.Create(CultureInfo.InvariantCulture, $"{width:0.##} {height:0.##}");
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Contents {4 + (3 * i)} 0 R "
                + $"/Resources << /XObject << /P {5 + (3 * i)} 0 R >> >> >>");
            Stream("", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"q {width:0.##} 0 0 {height:0.##} 0 0 cm /P Do Q")));
            Stream($"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /ColorSpace /DeviceGray "
                + "/BitsPerComponent 8 /Filter /FlateDecode ", Packed(picture));
        }

        var table = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}"
            + $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Object(string content)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n{content}\nendobj\n");
        }

        void Stream(string entries, byte[] bytes)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n<< {entries}/Length {bytes.Length} >>\nstream\n");
            file.Write(bytes);
            Write("\nendstream\nendobj\n");
        }

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
    }

    private static byte[] Packed(Picture picture)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(picture.Dots.ToArray());
        }

        return packed.ToArray();
    }
}
