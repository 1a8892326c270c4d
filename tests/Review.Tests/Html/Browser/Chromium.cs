using System.Diagnostics;
using System.Text.RegularExpressions;

[assembly: AssemblyFixture(typeof(DolibarrAgent.Review.Tests.Chromium))]

namespace DolibarrAgent.Review.Tests;

/// <summary>A real browser without a window, started when the first test asks for it, with a profile of its own.</summary>
public sealed partial class Chromium : IAsyncDisposable
{
    /// <summary>Set to 1 where a missing browser is a fault and no reason to skip.</summary>
    private const string Needed = "DOLIBARR_TESTS_NEED_CHROMIUM";

    private const string Program = "/usr/bin/chromium";

    private readonly Lazy<Task<(Process Process, DevTools Tools)>> running;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("review-chromium-");

    public Chromium() => running = new(StartAsync);

    internal async Task<Tab> OpenAsync(string html, Viewport viewport)
    {
        if (!File.Exists(Program))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable(Needed) == "1", $"There is no {Program} (Debian's package chromium) to open the page with.");
            Assert.Fail($"There is no {Program}, and {Needed} is 1: install Debian's package chromium.");
        }
        var file = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        return await Tab.OpenAsync((await running.Value).Tools, new Uri(file), viewport);
    }

    public async ValueTask DisposeAsync()
    {
        if (running.IsValueCreated)
        {
            var (process, tools) = await running.Value;
            await tools.DisposeAsync();
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
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

    private async Task<(Process Process, DevTools Tools)> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo(Program, [
            // CI runs as root, for whom Chromium has no sandbox of its own.
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--remote-debugging-port=0", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}",
            "--no-first-run", "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--no-proxy-server", "--hide-scrollbars", "about:blank"])
        { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = process.StandardError.ReadToEndAsync();
                return (process, await DevTools.ConnectAsync(new Uri(match.Groups[1].Value)));
            }
        }
        throw new InvalidOperationException($"{Program} ended without saying where it listens.");
    }

    [GeneratedRegex("DevTools listening on (ws://127\\.0\\.0\\.1:\\S+)")]
    private static partial Regex Listening();
}

/// <summary>How wide the window is, and whether the person likes it dark.</summary>
internal sealed record Viewport(int Width, int Height)
{
    public static readonly Viewport Desk = new(1440, 900);
    public static readonly Viewport Phone = new(390, 844);
    public static readonly Viewport Narrow = new(360, 740);

    public bool IsDark { get; init; }
}
