using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace DolibarrAgent.Samples;

/// <summary>PDFs that are only printed: pages without an XML. Each page is what its content stream draws (ISO 32000-1, 8 and 9).</summary>
internal sealed record PrintedPages(IReadOnlyList<string> Contents)
{
    /// <summary>Entries of each page: <c>/Rotate 90</c>.</summary>
    public string PageEntries { get; init; } = "/MediaBox [0 0 595 842]";

    /// <summary>Entries of the pages' resources, besides the fonts F1 (Helvetica) and F2 (bold). Objects of <see cref="Objects"/> are
    /// numbered from 3.</summary>
    public string Resources { get; init; } = "";

    /// <summary>Entries of the catalog.</summary>
    public string CatalogEntries { get; init; } = "";

    /// <summary>Further objects: a stream, where the second part is not null.</summary>
    public IReadOnlyList<(string Entries, byte[]? Stream)> Objects { get; init; } = [];

    /// <summary>Whether contents are packed.</summary>
    public bool ArePacked { get; init; }

    /// <summary>One page.</summary>
    public static byte[] Of(params string[] contents) => new PrintedPages(contents).ToBytes();

    /// <summary>An invoice that a person reads.</summary>
    public static byte[] Invoice() => Of(
        Text(50, 60, "Papeterie du Port SARL", 16) + Text(50, 80, "SIREN 303 265 045") + Text(350, 120, "Facture n° PP-2026-118")
            + Text(350, 135, "Date : 14/11/2026")
        + Text(50, 200, "Désignation") + Text(300, 200, "Quantité") + Text(400, 200, "Prix") + Text(480, 200, "Montant")
        + Text(50, 220, "Ramette A4") + Text(300, 220, "10") + Text(400, 220, "4,50") + Text(480, 220, "45,00")
        + Text(50, 240, "Classeur") + Text(300, 240, "5") + Text(400, 240, "3,00") + Text(480, 240, "15,00")
        + Text(400, 280, "Total HT") + Text(480, 280, "60,00") + Text(400, 295, "TVA 20 %") + Text(480, 295, "12,00")
            + Text(400, 310, "Total TTC") + Text(480, 310, "72,00 €"));

    /// <summary>An invoice whose page proves all that it must say, its day where <paramref name="date"/> gives one;
    /// <paramref name="more"/> is drawn as well.</summary>
    public static byte[] Proving(string number, string date, string more = "") => Of(ProvingPage(number, date, more));

    /// <summary>What is drawn on that page.</summary>
    public static string ProvingPage(string number, string date, string more = "") =>
        Text(50, 60, "Papeterie du Port SARL", 16) + Text(50, 80, "12 quai du Port, 76600 Le Havre")
            + Text(50, 92, "RCS Le Havre 303 265 045") + Text(350, 120, $"Facture n° {number}") + Text(350, 135, date)
        + Text(50, 200, "Désignation") + Text(300, 200, "Quantité") + Text(400, 200, "Prix") + Text(480, 200, "Montant")
        + Text(50, 220, "Ramette A4") + Text(300, 220, "10") + Text(400, 220, "4,50") + Text(480, 220, "45,00")
        + Text(50, 240, "Classeur") + Text(300, 240, "5") + Text(400, 240, "3,00") + Text(480, 240, "15,00")
        + Text(400, 280, "Total HT") + Text(480, 280, "60,00") + Text(400, 295, "TVA 20 %") + Text(480, 295, "12,00")
            + Text(400, 310, "Total TTC") + Text(480, 310, "72,00 €") + more;

    /// <summary>A text, from the top left corner of an A4 page down to its baseline, in points.</summary>
    public static string Text(double x, double y, string text, double size = 10, string before = "") =>
        string.Create(CultureInfo.InvariantCulture, $"q {before} BT /F1 {size} Tf 1 0 0 1 {x} {842 - y} Tm {PdfBody.Text(text)} Tj ET Q\n");

    /// <summary>A rectangle that is filled, from the top left corner, in points, with a colour.</summary>
    public static string Filled(double x, double y, double width, double height, string color) =>
        string.Create(CultureInfo.InvariantCulture, $"q {color} rg {x} {842 - y - height} {width} {height} re f Q\n");

    public byte[] ToBytes()
    {
        var pdf = new PdfBody();
        pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        foreach (var (entries, stream) in Objects)
        {
            _ = stream is null ? pdf.Add(entries) : pdf.AddStream(entries, stream);
        }
        var contents = Contents.Select(content => ArePacked
            ? pdf.AddStream("/Filter /FlateDecode", Packed(Encoding.Latin1.GetBytes(content)))
            : pdf.AddStream("", Encoding.Latin1.GetBytes(content))).ToList();
        var pages = pdf.Next + contents.Count;
        var kids = contents.Select(content =>
            pdf.Add($"<< /Type /Page /Parent {pages} 0 R {PageEntries} /Contents {content} 0 R "
                + $"/Resources << /Font << /F1 1 0 R /F2 2 0 R >> {Resources} >> >>")).ToList();
        pdf.Add($"<< /Type /Pages /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] /Count {kids.Count} >>");
        var root = pdf.Add($"<< /Type /Catalog /Pages {pages} 0 R {CatalogEntries} >>");
        return pdf.ToFile(root, root);
    }

    public static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(content);
        }
        return packed.ToArray();
    }
}
