using System.Buffers.Binary;
using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>
/// A file that is two things at once: a picture to one program and a PDF to another, a PDF with a zip behind it, a PDF whose
/// name makes a computer run it. What was read of such a file is not what a person is shown, so it is neither entered,
/// attached nor shown.
/// </summary>
/// <param name="First">What it begins as.</param>
/// <param name="Second">What another program takes it for.</param>
public sealed record TwoContents(ContentKind First, ContentKind Second)
{
    // How far behind the last mark of a zip its comment may reach.
    private const int LongestZipEnd = 22 + ushort.MaxValue;

    /// <summary>What stands only in web pages and scripts. An address in a mail's header is not among it.</summary>
    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<style", "<meta", "<div", "<table", "<?xml", "<?php", "<!--"];

    /// <summary>What no picture holds. Its description may be XML.</summary>
    private static readonly string[] Scripts = ["<script", "<?php", "<html", "<iframe", "<!doctype html"];

    /// <summary>What it is, for a person.</summary>
    public string Message => $"This is two files in one: {ContentWords.Of(First)} to one program and {ContentWords.Of(Second)} to another. What was read of it is not what somebody else is shown.";

    /// <summary>The two things that a file is; null where it is one.</summary>
    public static TwoContents? In(string name, ReadOnlySpan<byte> bytes)
    {
        var kind = FileContent.Of(bytes);
        return Besides(kind, name, bytes) is { } second ? new TwoContents(kind, second) : null;
    }

    private static ContentKind? Besides(ContentKind kind, string name, ReadOnlySpan<byte> bytes) => kind switch
    {
        ContentKind.Pdf when HasAny(bytes[..FileContent.PdfHeaderIn(bytes)], Markup) => ContentKind.WebPage,
        ContentKind.Pdf when NameClaims.Of(name) is { } claimed && (FileContent.HoldsFiles(claimed) || claimed is ContentKind.Program or ContentKind.WebPage or ContentKind.Mail) => claimed,
        // In a container a PDF may stand as it is; only where the name makes a reader of PDFs open it does anybody see that one.
        _ when kind != ContentKind.Pdf && FileContent.PdfHeaderIn(bytes) >= 0 && (!FileContent.HoldsFiles(kind) || NameClaims.Of(name) == ContentKind.Pdf) => ContentKind.Pdf,
        ContentKind.Gif when bytes.Length > 6 && bytes[6..] is [(byte)'/', (byte)'*', ..] or [(byte)'=', ..] => ContentKind.Program,
        _ when FileContent.IsPicture(kind) && HasAny(bytes, Scripts) => ContentKind.WebPage,
        _ when kind is ContentKind.Pdf or ContentKind.Xml or ContentKind.Audio or ContentKind.Video or ContentKind.RichText || FileContent.IsPicture(kind) => EndsAsZip(bytes) ? ContentKind.Zip : null,
        _ => null,
    };

    private static bool HasAny(ReadOnlySpan<byte> bytes, string[] marks)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return Array.Exists(marks, mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Whether an archive's end is the end of the file, or stands behind the end of the PDF: programs look for it from
    /// behind. A zip that is a file inside a PDF ends before the PDF does.
    /// </summary>
    private static bool EndsAsZip(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[^Math.Min(bytes.Length, LongestZipEnd)..];
        var pdfEnd = tail.LastIndexOf("%%EOF"u8);
        for (var left = tail; left.LastIndexOf("PK\x05\x06"u8) is >= 0 and var at; left = tail[..at])
        {
            var isWhole = tail.Length - at >= 22 && at + 22 + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length;
            if (isWhole || (pdfEnd >= 0 && at > pdfEnd))
            {
                return true;
            }
        }

        return false;
    }
}
