using DolibarrAgent.AgentHost.Tests.Pages;
using DolibarrAgent.Intake.Tests.Fuzz;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Pages;

/// <summary>The names that a font has for itself are not read.</summary>
[Collection(nameof(Alone))]
public sealed class FontNamesTests
{
    // The names would take four gigabytes.
    private const long Little = 300_000_000;

    [Fact]
    public async Task A_font_with_sixty_thousand_long_names_takes_little_memory()
    {
        var file = new CraftedPdf(
            new CraftedObject("<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+X /FirstChar 65 /LastChar 65 "
                + "/Widths [500] /FontDescriptor 2 0 R "
                + "/Encoding /WinAnsiEncoding >>"),
            new CraftedObject("<< /Type /FontDescriptor /FontName /AAAAAA+X /Flags 32 /FontBBox [0 0 9 9] /FontFile2 3 0 R >>"),
            new CraftedObject("/Filter /FlateDecode", PrintedPages.Packed(CraftedFonts.WithManyNames())))
        {
            Content = "BT /F 9 Tf 1 0 0 1 99 99 Tm (A) Tj ET",
            Resources = "/Font << /F 1 0 R >>",
        }.ToBytes();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var read = await PagesOfTest.ReadAsync(file);

        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(Little);
        read.Pages.Single().Texts().Should().Equal("A");
    }
}
