using DolibarrAgent.AgentHost.Tests.Pages;
using DolibarrAgent.Intake.Tests.Fuzz;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Pages;

/// <summary>What is taken out of fonts before the PDF library sees them.</summary>
[Collection(nameof(Alone))]
public sealed class FontProgramsTests
{
    // The names would take four gigabytes.
    private const long Little = 300_000_000;

    [Fact]
    public async Task A_font_with_sixty_thousand_long_names_takes_little_memory()
    {
        var file = Lettered(CraftedFonts.WithManyNames());
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var read = await PagesOfTest.ReadAsync(file);

        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(Little);
        read.Pages.Single().Texts().Should().Equal("A");
    }

    [Fact]
    public void Of_letters_that_are_composed_of_themselves_the_one_that_closes_the_circle_loses_its_outline()
    {
        var font = CraftedFonts.WhoseLetterIsComposedOfItself();

        FontPrograms.Tame(font);

        var row = font.AsSpan().IndexOf("glyf"u8);
        var letters = (int)FontPrograms.Four(font, row + 8);
        var each = (int)FontPrograms.Four(font, row + 12) / CraftedFonts.Glyphs;
        Enumerable.Range(0, CraftedFonts.Glyphs).Where(letter => FontPrograms.Two(font, letters + (letter * each)) == 0).Should().Equal(1);
    }

    private static byte[] Lettered(byte[] font) => new CraftedPdf(
        new CraftedObject("<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+X /FirstChar 65 /LastChar 65 "
            + "/Widths [500] /FontDescriptor 2 0 R /Encoding /WinAnsiEncoding >>"),
        new CraftedObject("<< /Type /FontDescriptor /FontName /AAAAAA+X /Flags 32 /FontBBox [0 0 9 9] /FontFile2 3 0 R >>"),
        new CraftedObject("/Filter /FlateDecode", PrintedPages.Packed(font)))
    {
        Content = "BT /F 9 Tf 1 0 0 1 99 99 Tm (A) Tj ET",
        Resources = "/Font << /F 1 0 R >>",
    }.ToBytes();
}
