using System.IO.Compression;
using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>A zip that is one document: of an office program, a book, a program. Told by the names of what is in it.</summary>
internal static class PackedDocument
{
    private const int LongestType = 200;

    /// <summary>Why it is not an invoice; null where it is an archive of files.</summary>
    public static Refusal? Of(ZipArchive zip)
    {
        if (zip.GetEntry("[Content_Types].xml") is not null)
        {
            return Holds(zip, "xl/") ? ContentRefusals.Excel
                : Holds(zip, "word/") ? ContentRefusals.Word
                : Holds(zip, "ppt/") ? ContentRefusals.PowerPoint
                : Holds(zip, "Documents/") ? ContentRefusals.Xps
                : null;
        }

        return zip.GetEntry("mimetype") is { } type ? OfType(Text(type))
            : Holds(zip, "Index/Document.iwa") ? ContentRefusals.Apple
            : zip.GetEntry("META-INF/MANIFEST.MF") is not null || zip.GetEntry("AndroidManifest.xml") is not null ? ContentRefusals.Program
            : null;
    }

    private static bool Holds(ZipArchive zip, string beginning) => zip.Entries.Any(e => e.FullName.StartsWith(beginning, StringComparison.Ordinal));

    private static Refusal? OfType(string type) => type switch
    {
        _ when type.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal) => ContentRefusals.OpenDocumentSheet,
        _ when type.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal) => ContentRefusals.OpenDocumentText,
        _ when type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) => ContentRefusals.OpenDocument,
        _ when type.StartsWith("application/epub", StringComparison.Ordinal) => ContentRefusals.Book,
        _ => null,
    };

    private static string Text(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[LongestType];
        return Encoding.Latin1.GetString(bytes, 0, stream.ReadAtLeast(bytes, LongestType, throwOnEndOfStream: false)).Trim();
    }
}
