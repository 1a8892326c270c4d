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
        var pdf = PdfWithPicture.Of(SamplePdf.Of(invoice), PictureBytes, number);
        var mail = SampleEmail.With(invoice) with { Attachments = [new($"B-{number}.pdf", "application/pdf", pdf)] };
        return new(mail.ToBytes(), pdf, xml, Encoding.ASCII.GetBytes(Convert.ToBase64String(pdf, Base64FormattingOptions.InsertLineBreaks)));
    }
}
