using DolibarrAgent.Samples;
using static DolibarrAgent.AgentHost.Tests.Pages.CraftedPdf;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>Fonts whose letters are drawn by themselves, and whose tables are longer than there are letters.</summary>
internal static class HostileFonts
{
    private const string Maps = "/Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [2 0 R]";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("a font whose letters are drawn with the font", () => Lettered(
            new CraftedObject("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 2 0 R >> "
                + "/Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] "
                + "/Resources << /Font << /F 1 0 R >> >> >>"),
            CraftedObject.Of("", "9 0 0 0 9 9 d1 BT /F 9 Tf (aa) Tj ET"))),
        new("a font whose descendant is itself", () => Lettered(new CraftedObject(
            "<< /Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [1 0 R] /Encoding /Identity-H /ToUnicode 1 0 R >>"))),
        new("a font whose encoding uses itself", () => Lettered(
            new CraftedObject($"<< {Maps} /Encoding 3 0 R /ToUnicode 3 0 R >>"),
                new CraftedObject(Descendant("")),
            CraftedObject.Of("/Type /CMap /CMapName /X /UseCMap 3 0 R",
                "/X usecmap /Identity-H usecmap 1 begincodespacerange <00> <FF> endcodespacerange"))),
        Mapped("a font whose map has four thousand million letters", "1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange"),
        Mapped("a font whose map has ten thousand times all letters",
            Times(10_000, "1 beginbfrange <0000> <FFFF> <0000> endbfrange ")) with { IsEndless = true },
        Mapped("a font whose map gives a million letters for one", $"1 beginbfchar <0061> <{Times(1_000_000, "0062")}> endbfchar"),
        Mapped("a font whose map is brackets in brackets", $"1 beginbfrange <0000> <FFFF> {Times(1_000_000, "[")}"),
        Mapped("a font whose map has spaces without number",
            Times(300_000, "1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange ")),
        Mapped("a font whose map says it has two thousand million rows",
            "2147483647 beginbfrange <0061> <0062> <0063> 2147483647 begincidrange"),
        Mapped("a font whose map has four thousand million numbers", "1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange"),
        new("a font of two thousand million widths", () => Lettered(
            new CraftedObject($"<< {Maps} /Encoding /Identity-H >>"),
            new CraftedObject(Descendant("/W [0 2147483647 500] /W2 [0 2147483647 500 500 500]")))),
        new("a font that begins below its beginning", () => Lettered(new CraftedObject(
            $"<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar -2147483648 /LastChar 2147483647 "
                + $"/Widths [{Times(1_000_000, "1e308 ")}] "
                + "/Encoding << /Differences [2147483647 /a /b -5 /c 1e308 /d] >> >>"))),
        Embedded("a font whose routine calls itself", "/FontFile3", "/Subtype /Type1C",
            CraftedFonts.WhoseRoutineCallsItself) with { IsEndless = true },
        Embedded("a font whose letter is composed of itself", "/FontFile2", "", CraftedFonts.WhoseLetterIsComposedOfItself),
        Embedded("a font with sixty thousand long names", "/FontFile2", "", CraftedFonts.WithManyNames) with { IsEndless = true },
        Embedded("a packed font with sixty thousand long names", "/FontFile2", "/Filter /FlateDecode", () =>
            PrintedPages.Packed(CraftedFonts.WithManyNames())),
    ];

    /// <summary>The first object is the font with which something is written.</summary>
    private static byte[] Lettered(params CraftedObject[] objects) => new CraftedPdf(objects)
    {
        Content = "BT /F 9 Tf 1 0 0 1 99 99 Tm (abc AAA) Tj ET",
        Resources = "/Font << /F 1 0 R >>",
    }.ToBytes();

    private static string Descendant(string entries) => "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X "
        + $"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> {entries} >>";

    private static HostileFile Mapped(string name, string map) => new(name, () => Lettered(
        new CraftedObject($"<< {Maps} /Encoding /Identity-H /ToUnicode 3 0 R >>"),
        new CraftedObject(Descendant("")),
        CraftedObject.Of("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
            + $"1 begincodespacerange <0000> <FFFF> endcodespacerange {map} endcmap end end")));

    private static HostileFile Embedded(string name, string key, string entries, Func<byte[]> font) => new(name, () => Lettered(
        new CraftedObject($"<< /Type /Font /Subtype {(key == "/FontFile3" ? "/Type1" : "/TrueType")} /BaseFont /AAAAAA+X "
            + "/FirstChar 32 /LastChar 34 /Widths [9 9 9] /FontDescriptor 2 0 R >>"),
        new CraftedObject($"<< /Type /FontDescriptor /FontName /AAAAAA+X /Flags 4 /FontBBox [0 0 9 9] "
            + "/ItalicAngle 0 /Ascent 9 /Descent 0 /StemV 9 "
            + $"{key} 3 0 R >>"),
        new CraftedObject(entries, font())));
}
