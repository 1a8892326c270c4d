using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DolibarrAgent.Desk.Tests.DeskBrowser))]

namespace DolibarrAgent.Desk.Tests;

/// <summary>Debian's browser without a window, started when the first test asks for it; each person has cookies of their own.</summary>
public sealed class DeskBrowser : IAsyncDisposable
{
    private readonly Lazy<Task<Running>> running = new(StartAsync);

    /// <summary>Somebody's browser.</summary>
    /// <param name="width">Of the window, in pixels of CSS.</param>
    /// <param name="change">What is special about it.</param>
    internal async Task<IBrowserContext> OfSomebodyAsync(int width = 1280, Action<BrowserNewContextOptions>? change = null)
    {
        InstalledChromium.Need();
        var options = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 } };
        change?.Invoke(options);
        var context = await (await running.Value).Browser.NewContextAsync(options);
        context.SetDefaultTimeout((float)InstalledChromium.Longest.TotalMilliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (running.IsValueCreated)
        {
            var (playwright, browser) = await running.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<Running> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new Running(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = InstalledChromium.Program,
            Timeout = (float)InstalledChromium.Longest.TotalMilliseconds,
            // CI runs as root, for whom Chromium has no sandbox of its own.
            ChromiumSandbox = false,
            Args = ["--no-proxy-server"],
        }));
    }

    private sealed record Running(IPlaywright Playwright, IBrowser Browser);
}
