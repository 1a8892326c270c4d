using System.Globalization;
using System.Text;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Benchmarks;

/// <summary>A supplier's mail with a Factur-X of one megabyte: twenty lines, and a picture that no program can pack.</summary>
internal sealed class LargeMail
{
    private const int PictureBytes = 1_000_000;

    private LargeMail(byte[] bytes, byte[] pdf, byte[] xml, byte[] base64) => (Bytes, Pdf, Xml, Base64) = (bytes, pdf, xml, base64);

    public byte[] Bytes { get; }

    public byte[] Pdf { get; }

    public byte[] Xml { get; }

    /// <summary>The PDF as it stands in the mail.</summary>
    public byte[] Base64 { get; }

    public static LargeMail Make(int number)
    {
        var invoice = SampleCatalogue.Hosting with
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"B-{number}"),
            Lines = [.. Enumerable.Range(1, 20).Select(i => new SampleLine(string.Create(CultureInfo.InvariantCulture, $"Prestation {i}"), i, 12.35m + i, i % 3 == 0 ? 10 : 20))],
        };
        var xml = SampleXml.Of(invoice);
        var pdf = WithPicture(SamplePdf.Of(invoice), number);
        var mail = SampleEmail.With(invoice) with { Attachments = [new($"B-{number}.pdf", "application/pdf", pdf)] };
        return new(mail.ToBytes(), pdf, xml, Encoding.ASCII.GetBytes(Convert.ToBase64String(pdf, Base64FormattingOptions.InsertLineBreaks)));
    }

    /// <summary>As programs add to a PDF that exists: an object behind it, and a table of its own that names the first one.</summary>
    private static byte[] WithPicture(byte[] pdf, int seed)
    {
        var picture = new byte[PictureBytes];
        new Random(seed).NextBytes(picture);
        var text = Encoding.Latin1.GetString(pdf);
        var first = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        var trailer = text[(text.LastIndexOf("trailer\n<<", StringComparison.Ordinal) + 10)..].Split(">>\nstartxref")[0];
        var number = int.Parse(trailer.Split("/Size ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
        var head = Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< /Type /XObject /Subtype /Image /Width 500 /Height 500 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Length {PictureBytes} >>\nstream\n"));
        var tail = string.Create(CultureInfo.InvariantCulture, $"\nendstream\nendobj\n");
        var table = pdf.Length + head.Length + PictureBytes + tail.Length;
        var end = string.Create(CultureInfo.InvariantCulture,
            $"{tail}xref\n0 1\n0000000000 65535 f \n{number} 1\n{pdf.Length:0000000000} 00000 n \ntrailer\n<<{trailer.Replace($"/Size {number}", $"/Size {number + 1}", StringComparison.Ordinal)}/Prev {first} >>\nstartxref\n{table}\n%%EOF\n");
        return [.. pdf, .. head, .. picture, .. Encoding.Latin1.GetBytes(end)];
    }
}
