using System.IO.Compression;
using System.Text;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests;

/// <summary>PDFs that no well-behaved writer would make.</summary>
internal static class TestPdf
{
    /// <summary>Asks for a password: its key cannot be that of the empty one.</summary>
    public static byte[] Locked()
    {
        var pdf = Start(out var pages);
        var root = pdf.Add($"<< /Type /Catalog /Pages {pages} 0 R >>");
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf.ToFile(root, root)).Replace(
            "trailer\n<<",
            $"trailer\n<< /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >>",
            StringComparison.Ordinal));
    }

    /// <summary>An attachment that is packed, as good as it gets.</summary>
    public static byte[] WithPackedXml(byte[] content) => WithPackedXml(content, 1);

    /// <summary>The same, several times, with other entries in its dictionary.</summary>
    public static byte[] WithPackedXml(byte[] content, int times, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, true))
        {
            zlib.Write(content);
        }

        var pdf = Start(out var pages);
        var names = new StringBuilder();
        for (var i = 0; i < times; i++)
        {
            // No two are alike, or they would be taken for one.
            var file = pdf.AddStream($"/Type /EmbeddedFile /Filter /FlateDecode {entries} /Params << /Size {i} >>", packed.ToArray());
            names.Append($"({i}.xml) {pdf.Add($"<< /Type /Filespec /F ({i}.xml) /EF << /F {file} 0 R >> >>")} 0 R ");
        }

        var root = pdf.Add($"<< /Type /Catalog /Pages {pages} 0 R /Names << /EmbeddedFiles << /Names [{names}] >> >> >>");
        return pdf.ToFile(root, root);
    }

    /// <summary>A tree of files in which a branch is its own child.</summary>
    public static byte[] WhoseFilesContainThemselves()
    {
        var pdf = Start(out var pages);
        var branch = pdf.Next;
        pdf.Add($"<< /Kids [{branch} 0 R] >>");
        var root = pdf.Add($"<< /Type /Catalog /Pages {pages} 0 R /Names << /EmbeddedFiles {branch} 0 R >> >>");
        return pdf.ToFile(root, root);
    }

    private static PdfBody Start(out int pages)
    {
        var pdf = new PdfBody();
        pages = pdf.Next + 1;
        var page = pdf.Add($"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 595 842] >>");
        pdf.Add($"<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>");
        return pdf;
    }
}
