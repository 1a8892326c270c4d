using Microsoft.Playwright;

namespace DolibarrAgent.Review.Tests;

/// <summary>How wide the window is, and whether the person likes it dark.</summary>
internal sealed record Viewport(int Width, int Height)
{
    public static readonly Viewport Desk = new(1440, 900);
    public static readonly Viewport Phone = new(390, 844);
    public static readonly Viewport Narrow = new(360, 740);

    public bool IsDark { get; init; }

    public bool IsPhone => Width < 600;

    public Viewport ByNight() => this with { IsDark = true };

    /// <summary>Shows a page so. A page that was on a phone stays there.</summary>
    public async Task ShowAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light });
        if (IsPhone)
        {
            // Playwright knows phones only as a profile of their own, which would load every page twice.
            var tools = await page.Context.NewCDPSessionAsync(page);
            await tools.SendAsync("Emulation.setDeviceMetricsOverride", new()
            {
                ["width"] = Width,
                ["height"] = Height,
                ["deviceScaleFactor"] = 1,
                ["mobile"] = true,
            });
        }
    }
}
