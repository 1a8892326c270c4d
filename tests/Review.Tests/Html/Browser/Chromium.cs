using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DolibarrAgent.Review.Tests.Chromium))]

namespace DolibarrAgent.Review.Tests;

/// <summary>Debian's browser without a window, started when the first test asks for it, with a profile of its own.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>A browser on a busy machine takes its time.</summary>
    internal static readonly TimeSpan Longest = InstalledChromium.Longest;

    private readonly Lazy<Task<Running>> running;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("review-chromium-");

    public Chromium() => running = new(StartAsync);

    /// <summary>The page, loaded.</summary>
    internal async Task<IPage> OpenAsync(string html, Viewport viewport)
    {
        var page = await NewPageAsync(viewport);
        await page.GotoAsync(await WriteAsync(html));
        return page;
    }

    /// <summary>The page, loaded, and what happened in it so far.</summary>
    internal async Task<WatchedPage> WatchAsync(string html, Viewport viewport)
    {
        var file = await WriteAsync(html);
        var watched = await WatchedPage.OfAsync(await NewPageAsync(viewport), file);
        await watched.Page.GotoAsync(file);
        return watched;
    }

    public async ValueTask DisposeAsync()
    {
        if (running.IsValueCreated)
        {
            var (playwright, profile) = await running.Value;
            await profile.DisposeAsync();
            playwright.Dispose();
        }
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child that is just ending still writes; the system clears its temporary files by itself.
        }
    }

    private async Task<IPage> NewPageAsync(Viewport viewport)
    {
        InstalledChromium.Need();
        var page = await (await running.Value).Profile.NewPageAsync();
        page.SetDefaultTimeout((float)Longest.TotalMilliseconds);
        await viewport.ShowAsync(page);
        return page;
    }

    private async Task<string> WriteAsync(string html)
    {
        var file = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        return new Uri(file).AbsoluteUri;
    }

    /// <summary>All pages share one profile: in a fresh one the browser compiles its viewer of PDFs anew.</summary>
    private async Task<Running> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchPersistentContextAsync(Path.Combine(folder.FullName, "profile"), new()
        {
            ExecutablePath = InstalledChromium.Program,
            Timeout = (float)Longest.TotalMilliseconds,
            // CI runs as root, for whom Chromium has no sandbox of its own.
            ChromiumSandbox = false,
            Args = ["--no-proxy-server"],
        }));
    }

    private sealed record Running(IPlaywright Playwright, IBrowserContext Profile);
}
