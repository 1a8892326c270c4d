using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DolibarrAgent.Samples;

/// <summary>PDFs whose pages are made to bring down whoever draws them.</summary>
internal static class HostilePages
{
    /// <summary>By what they are.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["ten thousand pages"] = new PrintedPages([.. Enumerable.Repeat("q Q", 10_000)]).ToBytes(),
        ["a page that unpacks to a hundred megabytes and more"] = new PrintedPages([new string(' ',
            110_000_000)])
        { ArePacked = true }.ToBytes(),
        ["a million letters"] = PrintedPages.Of(PrintedPages.Text(10, 10, new string('x', 1_000_000))),
        ["a million areas"] = new PrintedPages([string.Concat(Enumerable.Repeat("0 0 9 9 re f ",
            1_000_000))])
        { ArePacked = true }.ToBytes(),
        ["brackets in brackets"] = PrintedPages.Of($"{new string('[', 2_000_000)} Tj"),
        ["dictionaries in dictionaries"] = PrintedPages.Of($"/X {string.Concat(Enumerable.Repeat("<</A ", 500_000))} BDC"),
        ["objects in objects"] = new PrintedPages(["q Q"])
        {
            PageEntries = $"/MediaBox [0 0 595 842] /X {new string('[', 500_000)}",
        }.ToBytes(),
        ["states in states"] = new PrintedPages([string.Concat(Enumerable.Repeat("q ", 3_000_000))]) { ArePacked = true }.ToBytes(),
        ["forms in forms"] = FormsInForms(20_000, times: 1),
        ["forms that double forty times"] = FormsInForms(40, times: 2),
        ["a form that contains itself"] = new PrintedPages(["/X0 Do"])
        {
            Resources = "/XObject << /X0 3 0 R >>",
            Objects = [("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 3 0 R /X1 3 0 R >> >>",
                "/X0 Do /X1 Do"u8.ToArray())],
        }.ToBytes(),
        ["a picture within the text that never ends"] = PrintedPages.Of($"BI /W 1 /H 1 ID {new string('A', 2_000_000)}"),
        ["rows of no length"] = new PrintedPages(["q Q"])
        {
            PageEntries = "/MediaBox [0 0 595 842] /Contents 3 0 R",
            Objects = [("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 0 >>", PrintedPages.Packed(new byte[1000]))],
        }.ToBytes(),
        ["a page without end in any direction"] = new PrintedPages([PrintedPages.Text(10, 10,
            "x")])
        { PageEntries = "/MediaBox [-1e300 -1e300 1e300 1e300]" }.ToBytes(),
        ["a text of a size without end"] = PrintedPages.Of("BT /F1 1e308 Tf 1e308 0 0 1e308 1e308 1e308 Tm (x) Tj ET"),
        ["noise"] = [.. "%PDF-1.7\n"u8, .. Noise(500_000)],
    };

    private static byte[] FormsInForms(int depth, int times) => new PrintedPages(["/X Do"])
    {
        Resources = "/XObject << /X 3 0 R >>",
        Objects =
        [
            .. Enumerable.Range(3, depth).Select(number => (
                $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {number + 1} 0 R >> >>",
                (byte[]?)Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("/X Do ", times))))),
            ("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "q Q"u8.ToArray()),
        ],
    }.ToBytes();

    private static byte[] Noise(int count)
    {
        var noise = new byte[count];
        new Random(7).NextBytes(noise);
        return noise;
    }
}
