using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DolibarrAgent.Review.Tests;

/// <summary>A PDF of one page, made here, with what it is told to do.</summary>
internal sealed record TestPdf(string Text)
{
    /// <summary>Done when the document is opened: an action's dictionary, without its brackets.</summary>
    public string? WhenOpened { get; init; }

    /// <summary>Where a click on nearly the whole page leads.</summary>
    public string? Link { get; init; }

    /// <summary>Whether the action is packed away with compression.</summary>
    public bool IsPacked { get; init; }

    public static string Script(string script) => $"/S /JavaScript /JS ({script.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})";

    public byte[] ToBytes()
    {
        var content = $"BT /F1 28 Tf 60 760 Td ({Text}) Tj /F1 14 Tf 0 -60 Td (Total TTC  35,20 EUR) Tj ET";
        var objects = new SortedDictionary<int, string>
        {
            [1] = $"<< /Type /Catalog /Pages 2 0 R {(WhenOpened is null ? "" : "/OpenAction 6 0 R")} >>",
            [2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            [3] = $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> {(Link is null ? "" : "/Annots [7 0 R]")} >>",
            [4] = $"<< /Length {content.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n{content}\nendstream",
            [5] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            [6] = WhenOpened is null || IsPacked ? "null" : $"<< {WhenOpened} >>",
            [7] = Link is null ? "null" : $"<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /Border [0 0 0] /A << /S /URI /URI ({Link}) >> >>",
        };
        if (IsPacked)
        {
            var packed = Packed($"6 0 << {WhenOpened} >>");
            objects[8] = $"<< /Type /ObjStm /N 1 /First 4 /Length {packed.Length.ToString(CultureInfo.InvariantCulture)} /Filter /FlateDecode >>\nstream\n{packed}\nendstream";
        }
        return Encoding.Latin1.GetBytes(Written(objects));
    }

    private static string Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            packing.Write(Encoding.Latin1.GetBytes(text));
        }
        return Encoding.Latin1.GetString(packed.ToArray());
    }

    private static string Written(SortedDictionary<int, string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        foreach (var (number, text) in objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{text}\nendobj\n");
        }
        var at = file.Length;
        return file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n{table}trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n").ToString();
    }
}
