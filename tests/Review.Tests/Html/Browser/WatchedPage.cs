using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace DolibarrAgent.Review.Tests;

/// <summary>A page, and what happens in it and in what it embeds, from before it is loaded.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<string> requests = [];
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly ConcurrentQueue<string> scripts = [];
    private readonly TaskCompletionSource<string> dialog = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource viewer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WatchedPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>What was asked for outside of the page and its browser.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>What is said on the console: refused by the page's policy, errors, warnings, what a script of the page logs.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>The scripts of the page. What a test evaluates there counts too, so this is asked for before.</summary>
    public IReadOnlyCollection<string> Scripts => scripts;

    /// <summary>The message of the first dialog that opens.</summary>
    public Task<string> Dialog => dialog.Task;

    /// <summary>Ends when the browser's own viewer has a PDF.</summary>
    public Task Viewer => viewer.Task.WaitAsync(Chromium.Longest, TestContext.Current.CancellationToken);

    /// <param name="page">Not yet loaded.</param>
    /// <param name="address">What will be loaded in it.</param>
    public static async Task<WatchedPage> OfAsync(IPage page, string address)
    {
        var watched = new WatchedPage(page);
        page.Request += (_, request) => watched.TakeRequest(request.Url, address);
        page.Console += (_, message) => watched.TakeMessage(message, address);
        page.PageError += (_, error) => watched.complaints.Enqueue(error);
        page.Dialog += async (_, opened) =>
        {
            // A page that is closed while it waits for an answer can take the browser with it.
            await opened.AcceptAsync();
            watched.dialog.TrySetResult(opened.Message);
        };
        page.FrameNavigated += (_, frame) => watched.TakeFrame(frame);
        var tools = await page.Context.NewCDPSessionAsync(page);
        tools.Event("Debugger.scriptParsed").OnEvent += (_, script) => watched.TakeScript(script!.Value);
        await tools.SendAsync("Debugger.enable");
        return watched;
    }

    /// <summary>Gives the page time for what it might still do.</summary>
    public static Task SettleAsync() => Task.Delay(Settling, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Page.DisposeAsync();

    private void TakeRequest(string url, string address)
    {
        if (url != address && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("chrome", StringComparison.Ordinal))
        {
            requests.Enqueue(url);
        }
    }

    /// <summary>The browser informs of more than is wrong: on a busy machine, that the network of its viewer is slow.</summary>
    private void TakeMessage(IConsoleMessage message, string address)
    {
        var isOfThePage = message.Location.StartsWith(address, StringComparison.Ordinal);
        if (message.Type is "error" or "warning" || (message.Type == "log" && isOfThePage))
        {
            complaints.Enqueue($"{message.Type}: {message.Text}");
        }
    }

    /// <summary>The viewer is an extension of the browser; the PDF is in a frame of it.</summary>
    private void TakeFrame(IFrame frame)
    {
        if (frame.ParentFrame?.Url.StartsWith("chrome-extension:", StringComparison.Ordinal) == true)
        {
            viewer.TrySetResult();
        }
    }

    /// <summary>Playwright's own scripts run in a world of their own, which is not the default one.</summary>
    private void TakeScript(JsonElement script)
    {
        if (script.GetProperty("executionContextAuxData").GetProperty("isDefault").GetBoolean())
        {
            scripts.Enqueue(script.ToString());
        }
    }
}
