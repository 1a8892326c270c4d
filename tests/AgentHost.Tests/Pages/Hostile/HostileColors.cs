using static DolibarrAgent.AgentHost.Tests.Pages.CraftedPdf;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>Colours, patterns and functions that are made of themselves.</summary>
internal static class HostileColors
{
    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("a palette of itself", () => Colored("[/Indexed 1 0 R 255 (xxx)]")),
        new("a colour whose other colour is itself", () => Colored("[/Separation /X 1 0 R 2 0 R]", new CraftedObject(Exponential))),
        new("a colour of ten thousand inks", () => Colored(
            $"[/DeviceN [{Times(10_000, "/X ")}] /DeviceCMYK 2 0 R]", new CraftedObject(Exponential))),
        new("palettes in palettes", () => Colored(
            "[/Indexed 2 0 R 255 (x)]",
                [.. Enumerable.Range(3, 50_000).Select(number => new CraftedObject($"[/Indexed {number} 0 R 255 (x)]"))])),
        new("a function that is made of itself", () => Colored("[/Separation /X /DeviceRGB 2 0 R]", new CraftedObject(
            "<< /FunctionType 3 /Domain [0 1] /Range [0 1 0 1 0 1] /Functions [2 0 R 2 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>"))),
        new("a function of braces in braces", () => Colored("[/Separation /X /DeviceRGB 2 0 R]", CraftedObject.Of(
            "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", Times(1_000_000, "{")))),
        new("a function of braces in braces, all closed", () => Colored("[/Separation /X /DeviceRGB 2 0 R]", CraftedObject.Of(
            "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", "{" + Times(200_000, "{ ") + Times(200_000, "} if ") + "}"))),
        new("a function that fills its own stack", () => Colored("[/Separation /X /DeviceRGB 2 0 R]", CraftedObject.Of(
            "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]",
                $"{{ {Times(100, "dup 2 copy ")} {Times(60, "16000 copy ")} 2147483647 copy 1e9 cvi copy }}"))),
        new("a function of a million million samples", () => Colored("[/Separation /X /DeviceRGB 2 0 R]", CraftedObject.Of(
            "/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [2147483647 2147483647] /BitsPerSample 32", "x"))),
        new("a pattern that is painted with itself", () => new CraftedPdf(CraftedObject.Of(
            "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.0001 /YStep 0.0001 "
                + "/Resources << /Pattern << /P 1 0 R >> >>", "/Pattern cs /P scn 0 0 9 9 re f"))
        {
            Content = "/Pattern cs /P scn 0 0 595 842 re f", Resources = "/Pattern << /P 1 0 R >>",
        }.ToBytes()) { IsEndless = true },
        new("a shading whose colours are itself", () => new CraftedPdf(new CraftedObject(
            "<< /ShadingType 2 /ColorSpace 1 0 R /Coords [0 0 1 1] /Function 1 0 R /FunctionType 3 /Functions [1 0 R] /Domain [0 1] "
                + "/Bounds [] /Encode [0 1] >>"))
        {
            Content = "/S sh", Resources = "/Shading << /S 1 0 R >>",
        }.ToBytes()),
    ];

    private const string Exponential = "<< /FunctionType 2 /Domain [0 1] /N 1e308 /C0 [0 0 0 0] /C1 [1e308 1e308 1e308 1e308] >>";

    /// <summary>The first object is a space of colours in which something is painted.</summary>
    private static byte[] Colored(string space, params CraftedObject[] others) => new CraftedPdf([new CraftedObject(space), .. others])
    {
        Content = "/C cs 0.5 0.5 0.5 scn 0 0 9 9 re f 0 sc 9 9 9 9 re f",
        Resources = "/ColorSpace << /C 1 0 R >>",
    }.ToBytes();
}
