using DolibarrAgent.Samples;
using static DolibarrAgent.AgentHost.Tests.Pages.CraftedPdf;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>Trees and lists of a PDF that lead back to themselves, are as deep as a well, or say that they are endless.</summary>
internal static class HostileTrees
{
    private const string Sheet = "/MediaBox [0 0 595 842]";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("ten thousand pages", () => new PrintedPages([.. Enumerable.Repeat("q Q", 10_000)]).ToBytes())
        {
            Answers = ["pages-too-many"],
        },
        new("a tree of pages that contains itself", () => Tree("<< /Type /Pages /Kids [1 0 R] /Count 1 >>"))
        {
            Answers = ["pages-unreadable"],
        },
        new("two trees of pages that contain each other", () => Tree(
            "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>", "<< /Type /Pages /Kids [1 0 R] /Count 1 /Parent 1 0 R >>"))
        {
            Answers = ["pages-unreadable"],
        },
        new("a tree of pages whose branches all contain the trunk", () => Tree(
            $"<< /Type /Pages /Kids [{Times(1000, "2 0 R ")}] /Count 1000 >>",
                $"<< /Type /Pages /Kids [{Times(1000, "1 0 R ")}] /Count 1000 >>"))
        {
            Answers = ["pages-unreadable"],
        },
        new("a tree of pages that is two hundred thousand branches deep", () => Tree(
        [
            .. Enumerable.Range(1, 200_000).Select(number => $"<< /Type /Pages /Kids [{number + 1} 0 R] /Count 1 >>"),
            $"<< /Type /Page {Sheet} >>",
        ])),
        new("a tree that says it has two thousand million pages", () => Tree(
            "<< /Type /Pages /Kids [2 0 R] /Count 2147483647 >>", $"<< /Type /Page /Parent 1 0 R {Sheet} >>")),
        new("a million times the same page", () => Tree(
            $"<< /Type /Pages /Kids [{Times(1_000_000, "2 0 R ")}] /Count 1000000 >>", $"<< /Type /Page /Parent 1 0 R {Sheet} >>"))
        {
            Answers = ["pages-too-many"],
        },
        new("a page that is its own parent", () => Tree(
            "<< /Type /Pages /Kids [2 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 2 0 R >>")),
        new("an outline that is its own child and its own next", () => new CraftedPdf(
            new CraftedObject("<< /Title (x) /First 1 0 R /Last 1 0 R /Next 1 0 R /Prev 1 0 R /Parent 1 0 R /Count 1 /Dest (x) >>"))
        {
            Content = "BT ET", Catalog = "/Outlines 1 0 R /Names << /Dests 1 0 R >> /Dests 1 0 R",
        }.ToBytes()),
        new("a tree of names that contains itself", () => new CraftedPdf(new CraftedObject("<< /Kids [1 0 R 1 0 R] /Names [(a) 1 0 R] >>"))
        {
            Catalog = "/Names << /Dests 1 0 R /EmbeddedFiles 1 0 R >> /PageLabels << /Nums [0 1 0 R] /Kids [1 0 R] >>",
        }.ToBytes())
        {
            Answers = [.. HostileFile.Overflow],
        },
        new("an object that is a reference to itself", () => new CraftedPdf(new CraftedObject("1 0 R"))
        {
            Page = "/MediaBox 1 0 R /CropBox 1 0 R /Rotate 1 0 R /Contents [1 0 R {0} 0 R] /Annots 1 0 R", Resources = "/Font 1 0 R",
        }.ToBytes())
        {
            Answers = [.. HostileFile.Overflow],
        },
        new("a list of contents that contains itself", () => new CraftedPdf(new CraftedObject("[1 0 R 1 0 R]"))
        {
            Page = $"{Sheet} /Contents 1 0 R",
        }.ToBytes()),
        new("a hundred thousand times the same content", () => new CraftedPdf(new CraftedObject($"[{Times(100_000, "2 0 R ")}]"))
        {
            Content = Times(200, "0 0 m 9 9 l n "), Page = $"{Sheet} /Contents 1 0 R",
        }.ToBytes()),
        new("a note that draws itself, a hundred thousand times", () => new CraftedPdf(
            new CraftedObject("<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 2 0 R >> >>"),
            CraftedObject.Of("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 2 0 R >> >>", "/X Do /X Do"))
        {
            Page = $"{Sheet} /Annots [{Times(100_000, "1 0 R ")}]",
        }.ToBytes()),
        new("objects in objects", () => new CraftedPdf { Page = $"{Sheet} /X {Times(500_000, "[")}" }.ToBytes()),
        new("objects in objects, all closed", () => new CraftedPdf
        {
            Page = $"{Sheet} /X {Times(300_000, "<</A [")} {Times(300_000, "]>>")}",
        }.ToBytes()),
    ];

    /// <summary>The first object is what the catalog takes for its pages.</summary>
    private static byte[] Tree(params IReadOnlyList<string> objects)
    {
        var pdf = new PdfBody();
        foreach (var item in objects)
        {
            pdf.Add(item);
        }
        var root = pdf.Add("<< /Type /Catalog /Pages 1 0 R >>");
        return pdf.ToFile(root, root);
    }
}
