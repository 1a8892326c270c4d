using System.Globalization;
using System.Text;
using DolibarrAgent.Samples;
using static DolibarrAgent.AgentHost.Tests.Pages.CraftedPdf;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>Pages whose drawing has millions of steps, calls itself, or goes where there are no numbers.</summary>
internal static class HostileContents
{
    private const string Form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("a million letters", () => PrintedPages.Of(PrintedPages.Text(10, 10, new string('x', 1_000_000)))),
        new("a million areas", () => Packed(Times(1_000_000, "0 0 9 9 re f "))) { IsEndless = true },
        new("a million lines of one area, cut out again and again", () =>
            Packed($"0 0 m {Times(1_000_000, "9 9 l ")} W n {Times(9, "W n ")}")),
        new("three million curves that are never painted", () => Packed(Times(3_000_000, "0 0 m 1 1 2 2 3 3 c "))) { IsEndless = true },
        new("ten million steps that nobody knows", () => Packed(Times(10_000_000, "xyz "))),
        new("a hundred thousand areas below a hundred thousand letters", () => Packed(
            Times(100_000, "0 0 595 842 re f ") + Times(100_000, "BT /F1 9 Tf 1 0 0 1 900 900 Tm (x) Tj ET ")))
        { IsEndless = true, Answers = ["pages-too-slow"] },
        new("one area of a hundred thousand corners, below as many letters", () => Packed(
            $"0 0 m {Times(50_000, "595 0 l 0 842 l ")} f {Times(100_000, "BT /F1 9 Tf 1 0 0 1 9 9 Tm (x) Tj ET ")}"))
        { IsEndless = true, Answers = ["pages-too-slow"] },
        new("a word of two hundred thousand letters", () => PrintedPages.Of(PrintedPages.Text(10, 10, string.Concat(
            Enumerable.Range(0, 199_000).Select(i => (char)('a' + (i % 26))))))),
        new("brackets in brackets", () => PrintedPages.Of($"{Times(2_000_000, "[")} Tj")),
        new("dictionaries in dictionaries", () => PrintedPages.Of($"/X {Times(500_000, "<</A ")} BDC")),
        new("texts in texts", () => PrintedPages.Of($"BT {Times(2_000_000, "(")} Tj ET")),
        new("states in states", () => Packed(Times(3_000_000, "q "))) { IsEndless = true },
        new("states that nobody opened", () => Packed(Times(3_000_000, "Q "))),
        new("marks in marks", () => Packed(Times(3_000_000, "/Span BMC "))),
        new("forms in forms", () => FormsInForms(20_000, times: 1)),
        new("forms that double forty times", () => FormsInForms(40, times: 2)) { IsEndless = true, Answers = ["pages-too-slow"] },
        new("a form that contains itself", () => new CraftedPdf(CraftedObject.Of(
            $"{Form} /Resources << /XObject << /X0 1 0 R /X1 1 0 R >> >>", "/X0 Do /X1 Do"))
        {
            Content = "/X0 Do", Resources = "/XObject << /X0 1 0 R >>",
        }.ToBytes())
        {
            Answers = [.. HostileFile.Overflow],
        },
        new("two forms that contain each other", () => new CraftedPdf(
            CraftedObject.Of($"{Form} /Resources << /XObject << /X 2 0 R >> >>", "/X Do"),
            CraftedObject.Of($"{Form} /Resources << /XObject << /X 1 0 R >> >>", "/X Do"))
        {
            Content = "/X Do", Resources = "/XObject << /X 1 0 R >>",
        }.ToBytes())
        {
            Answers = [.. HostileFile.Overflow],
        },
        new("a form whose mask is the form", () => new CraftedPdf(
            CraftedObject.Of($"{Form} /Group << /S /Transparency >> /Resources << /ExtGState << /G 2 0 R >> /XObject << /X 1 0 R >> >>",
                "/G gs /X Do"),
            new CraftedObject("<< /Type /ExtGState /SMask << /S /Luminosity /G 1 0 R >> /Font [2 0 R 9] >>"))
        {
            Content = "/G gs /X Do", Resources = "/XObject << /X 1 0 R >> /ExtGState << /G 2 0 R >>",
        }.ToBytes()),
        new("a picture within the text that never ends", () => PrintedPages.Of($"BI /W 1 /H 1 ID {new string('A', 2_000_000)}")),
        new("a picture within the text of a thousand million dots", () => PrintedPages.Of(
            $"BI /W 2147483647 /H 2147483647 /BPC 8 /CS /RGB ID {new string('A', 5_000_000)} EI Q")),
        new("a million pictures within the text", () =>
            Packed(Times(1_000_000, "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n"))) { IsEndless = true },
        new("a page without end in any direction", () => Sheet("/MediaBox [-1e300 -1e300 1e300 1e300]")),
        new("a page whose edges are beyond all numbers", () => Sheet("/MediaBox [-1e999 -1e999 1e999 1e999] /CropBox [1e999 0 -1e999 0]")),
        new("a page whose edges are no numbers", () => Sheet("/MediaBox [NaN Infinity -Infinity (x)] /CropBox [null true << >> []]"))
        {
            Answers = ["pages-unreadable"],
        },
        new("a page without an area", () => Sheet("/MediaBox [0 0 0 0]")),
        new("a page as large as a country", () => Sheet("/MediaBox [0 0 2147483647 2147483647] /CropBox [0 0 1000000000 1000000000]")),
        new("a page of units without end, turned by half a degree", () =>
            Sheet("/MediaBox [0 0 595 842] /UserUnit 1e308 /Rotate 2147483647")),
        new("a text of a size without end", () => PrintedPages.Of("BT /F1 1e308 Tf 1e308 0 0 1e308 1e308 1e308 Tm (x) Tj ET")),
        new("a text at a place that is no number", () => PrintedPages.Of(
            $"{Times(40, "1e200 1e200 -1e200 1e200 1e200 -1e200 cm ")} BT /F1 9 Tf 1e999 Tc 1e999 TL -1e999 Tz T* (x y) Tj "
                + "0 0 9 9 re W n (z) Tj ET")),
        new("numbers of a million digits", () => PrintedPages.Of(
            $"BT /F1 9 Tf {new string('9', 1_000_000)} {new string('9', 500_000)}.{new string('9', 500_000)} Td (x) Tj ET")),
    ];

    private static byte[] Packed(string content) => new PrintedPages([content]) { ArePacked = true }.ToBytes();

    private static byte[] Sheet(string entries) =>
        new PrintedPages([PrintedPages.Text(10, 10, "x")]) { PageEntries = entries }.ToBytes();

    private static byte[] FormsInForms(int depth, int times) => new CraftedPdf(
    [
        .. Enumerable.Range(1, depth).Select(number => CraftedObject.Of(string.Create(CultureInfo.InvariantCulture,
            $"{Form} /Resources << /XObject << /X {number + 1} 0 R >> >>"), Times(times, "/X Do "))),
        new CraftedObject(Form, Encoding.ASCII.GetBytes("q Q")),
    ])
    {
        Content = "/X Do",
        Resources = "/XObject << /X 1 0 R >>",
    }.ToBytes();
}
