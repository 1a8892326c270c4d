using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace DolibarrAgent.Samples;

/// <summary>
/// Writes a sample as a Factur-X PDF: one page that a person can read, and the XML embedded as
/// <c>factur-x.xml</c>. Made in the manner of PDF/A-3, without the embedded fonts and colour profile that PDF/A asks for.
/// </summary>
public static class SamplePdf
{
    /// <summary>The PDF of an invoice with its own XML in it. The same sample gives the same bytes.</summary>
    public static byte[] Of(SampleInvoice invoice) => Of(invoice, SampleXml.Of(invoice));

    /// <summary>The PDF with another XML in it, or under another name.</summary>
    public static byte[] Of(SampleInvoice invoice, byte[] xml, string attachmentName = "factur-x.xml") =>
        Of(invoice, xml, attachmentName, [SamplePage.Of(invoice)]);

    /// <summary>The XML of an invoice in a PDF that shows other pages, each as its content draws it.</summary>
    internal static byte[] WithPages(SampleInvoice invoice, params IReadOnlyList<string> contents) =>
        Of(invoice, SampleXml.Of(invoice), "factur-x.xml", contents);

    private static byte[] Of(SampleInvoice invoice, byte[] xml, string attachmentName, IReadOnlyList<string> contents)
    {
        var pdf = new PdfBody();
        var file = pdf.AddStream(
            $"/Type /EmbeddedFile /Subtype /text#2Fxml /Params << /Size {xml.Length.ToString(CultureInfo.InvariantCulture)} /ModDate {Date(invoice)} /CheckSum <{Md5(xml)}> >>", xml);
        var name = PdfBody.Text(attachmentName);
        var specification = pdf.Add($"<< /Type /Filespec /F {name} /UF {name} /Desc (Factur-X invoice) /AFRelationship /Data /EF << /F {file} 0 R /UF {file} 0 R >> >>");
        var metadata = pdf.AddStream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(SampleXmp.Of(invoice, attachmentName)));
        var regular = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var bold = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        var drawn = contents.Select(content => pdf.AddStream("", Encoding.Latin1.GetBytes(content))).ToList();
        var pages = pdf.Next + drawn.Count;
        var kids = drawn.Select(content => pdf.Add($"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            + $"/Resources << /Font << /F1 {regular} 0 R /F2 {bold} 0 R >> >> >>")).ToList();
        pdf.Add($"<< /Type /Pages /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] /Count {kids.Count} >>");
        var root = pdf.Add($"<< /Type /Catalog /Pages {pages} 0 R /Metadata {metadata} 0 R /AF [{specification} 0 R] /Names << /EmbeddedFiles << /Names [{name} {specification} 0 R] >> >> >>");
        var information = pdf.Add($"<< /Title {PdfBody.Text($"Facture {invoice.Number}")} /Author {PdfBody.Text(invoice.Seller.Name)} /CreationDate {Date(invoice)} >>");
        return pdf.ToFile(root, information);
    }

    private static string Date(SampleInvoice invoice) => $"(D:{invoice.IssueDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}000000Z)";

    // The PDF standard asks for MD5 here; it protects nothing.
#pragma warning disable CA5351
    private static string Md5(byte[] content) => Convert.ToHexString(MD5.HashData(content));
#pragma warning restore CA5351
}
