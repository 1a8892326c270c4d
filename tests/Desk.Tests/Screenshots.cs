using Microsoft.Playwright;

namespace DolibarrAgent.Desk.Tests;

/// <summary>
/// Pictures of pages for whoever wants to look at them: in the folder that <c>DOLIBARR_TESTS_SCREENSHOTS</c> names, if it does.
/// </summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("DOLIBARR_TESTS_SCREENSHOTS");

    public static async Task TakeAsync(IPage page, string name)
    {
        if (Folder is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
        }
    }
}
