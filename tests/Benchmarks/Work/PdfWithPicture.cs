using System.Globalization;
using System.Text;

namespace DolibarrAgent.Benchmarks;

/// <summary>A sample's PDF made as large as those that come in mails, most of which is pictures.</summary>
internal static class PdfWithPicture
{
    /// <summary>As programs add to a PDF that exists: an object behind it, and a table of its own that names the first one.</summary>
    /// <param name="pdf">A sample's.</param>
    /// <param name="size">Bytes of the picture; no program can pack them.</param>
    /// <param name="seed">The same gives the same picture.</param>
    public static byte[] Of(byte[] pdf, int size, int seed)
    {
        var picture = new byte[size];
        // The data need not be secret, only the same each time.
#pragma warning disable CA5394
        new Random(seed).NextBytes(picture);
#pragma warning restore CA5394
        var text = Encoding.Latin1.GetString(pdf);
        var first = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        var trailer = text[(text.LastIndexOf("trailer\n<<", StringComparison.Ordinal) + 10)..].Split(">>\nstartxref")[0];
        var number = int.Parse(trailer.Split("/Size ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
        var head = Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< /Type /XObject /Subtype /Image /Width 500 /Height 500 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Length {size} >>\nstream\n"));
        var tail = string.Create(CultureInfo.InvariantCulture, $"\nendstream\nendobj\n");
        var table = pdf.Length + head.Length + size + tail.Length;
        var end = string.Create(CultureInfo.InvariantCulture,
            $"{tail}xref\n0 1\n0000000000 65535 f \n{number} 1\n{pdf.Length:0000000000} 00000 n \ntrailer\n<<{trailer.Replace($"/Size {number}", $"/Size {number + 1}", StringComparison.Ordinal)}/Prev {first} >>\nstartxref\n{table}\n%%EOF\n");
        return [.. pdf, .. head, .. picture, .. Encoding.Latin1.GetBytes(end)];
    }
}
