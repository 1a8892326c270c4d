using System.IO.Compression;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Files that would act when somebody opens them: programs, scripts, web pages, documents with macros. Told by their
/// ending and the type they were sent under as well as by content: a person's machine goes by the ending.
/// </summary>
internal static class ActiveContent
{
    private static readonly string[] Types = ["html", "svg", "javascript", "ecmascript", "vbscript", "macroenabled", "x-msdownload", "x-msdos-program", "x-executable", "x-sh", "java-archive", "application/hta", "x-bat"];

    private static readonly string[] Scripts = ["<script", "javascript:", "vbscript:", "<html", "<svg", "<iframe"];

    /// <summary>Whether it is one of them. A PDF's own scripts are not looked at here.</summary>
    public static bool Is(SourceFile file, ReadLimits limits) =>
        IsActive(file.CleanName) || Array.Exists(Types, type => file.ContentType.Contains(type, StringComparison.OrdinalIgnoreCase)) || FileContent.Of(file.Bytes.Span) switch
        {
            ContentKind.Xml => InvoiceXml.LooksLikeHtml(file.Bytes.Span) || HoldsScript(file) || XmlTree.RootOf(file.Bytes, limits) is { Name: "html" or "svg" },
            ContentKind.Program => true,
            ContentKind.Other => HoldsScript(file),
            ContentKind.Zip => HoldsMacros(file, limits),
            // Where an old office document keeps its macros.
            ContentKind.Ole => file.Bytes.Span.IndexOf(Encoding.Unicode.GetBytes("_VBA_PROJECT")) >= 0,
            _ => false,
        };

    // Without the zeros of wide characters.
    private static bool HoldsScript(SourceFile file)
    {
        var text = Encoding.Latin1.GetString(file.Bytes.Span).Replace("\0", "", StringComparison.Ordinal);
        return Array.Exists(Scripts, script => text.Contains(script, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsActive(string name) => NameClaims.Of(name) is ContentKind.Program or ContentKind.WebPage;

    // An office document keeps a drawing that was put in so, and shows it as a picture.
    private static bool IsPicture(ZipArchiveEntry entry) => entry.Name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);

    // Whatever the library throws on a hostile file says only that the file is bad. It has no one exception for it.
#pragma warning disable CA1031
    private static bool HoldsMacros(SourceFile file, ReadLimits limits)
    {
        try
        {
            if (ZipFiles.CountOf(file) > limits.ArchiveEntries)
            {
                return true;
            }

            using var zip = new ZipArchive(new ReadOnlyMemoryStream(file.Bytes), ZipArchiveMode.Read);
            var packed = PackedDocument.Of(zip);
            return packed == ContentRefusals.Program
                || zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || (IsActive(e.Name) && !(packed is not null && IsPicture(e))));
        }
        catch (Exception)
        {
            return false;
        }
    }
#pragma warning restore CA1031
}
