using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Review.Tests;

/// <summary>A page in the browser, with all that happens in it and in what it embeds.</summary>
internal sealed class Tab : IAsyncDisposable
{
    /// <summary>A browser on a busy machine takes its time.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);
    private static readonly string[] Domains = ["Page", "Network", "Runtime", "Log"];

    private readonly DevTools tools;
    private readonly string target;
    private readonly string session;
    private readonly ConcurrentQueue<ToolEvent> events = [];
    private readonly ConcurrentDictionary<string, bool> sessions = [];
    private readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> dialog = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource viewer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Tab(DevTools tools, string target, string session)
    {
        (this.tools, this.target, this.session) = (tools, target, session);
        sessions[session] = true;
        tools.Happened += Take;
    }

    public static async Task<Tab> OpenAsync(DevTools tools, Uri page, Viewport viewport)
    {
        var target = (await tools.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" })).GetProperty("targetId").GetString()!;
        var attached = await tools.SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true });
        var tab = new Tab(tools, target, attached.GetProperty("sessionId").GetString()!);
        await tab.WatchAsync(tab.session);
        await tab.ShowAsAsync(viewport);
        await tab.SendAsync("Page.navigate", new JsonObject { ["url"] = page.AbsoluteUri });
        await tab.loaded.Task.WaitAsync(Longest);
        return tab;
    }

    /// <summary>The message of the first dialog that opens.</summary>
    public Task<string> Dialog => dialog.Task;

    /// <summary>Ends when the browser's own viewer has a PDF.</summary>
    public Task Viewer => viewer.Task.WaitAsync(Longest);

    /// <summary>What was asked for outside of the page and its browser.</summary>
    public ImmutableArray<string> Requests => [.. Named("Network.requestWillBeSent").Select(e => e.GetProperty("request").GetProperty("url").GetString()!)
        .Where(url => !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("chrome", StringComparison.Ordinal) && !url.StartsWith("file:///tmp/review-chromium-", StringComparison.Ordinal))];

    /// <summary>What the browser has to say about the page: refused by its policy, errors, calls to the console.</summary>
    public ImmutableArray<string> Complaints => [
        .. Named("Log.entryAdded").Select(e => e.GetProperty("entry")).Where(e => e.GetProperty("level").GetString() is "error" or "warning").Select(e => e.GetProperty("text").GetString()!),
        .. Of(session, "Runtime.consoleAPICalled", "Runtime.exceptionThrown").Select(e => e.Parameters.ToString())];

    public ImmutableArray<string> Scripts => [.. Of(session, "Debugger.scriptParsed").Select(e => e.Parameters.GetProperty("url").GetString()!)];

    /// <summary>Gives the page time for what it might still do.</summary>
    public static Task SettleAsync() => Task.Delay(Settling, TestContext.Current.CancellationToken);

    public Task<JsonElement> SendAsync(string method, JsonObject? parameters = null) => tools.SendAsync(method, parameters, session);

    /// <summary>The value of an expression, evaluated past the page's own policy, as a person with the tools open would.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        return answer.TryGetProperty("exceptionDetails", out var thrown) ? throw new InvalidOperationException(thrown.ToString()) : answer.GetProperty("result").GetProperty("value");
    }

    public async Task<string> TextAsync() => (await EvaluateAsync("document.body.innerText")).GetString()!;

    public async Task ShowAsAsync(Viewport viewport)
    {
        await SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = viewport.Width, ["height"] = viewport.Height, ["deviceScaleFactor"] = 1, ["mobile"] = viewport.Width < 600 });
        await SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = viewport.IsDark ? "dark" : "light" }) });
    }

    public async Task<byte[]> PictureAsync(bool isWhole) =>
        (await SendAsync("Page.captureScreenshot", new JsonObject { ["captureBeyondViewport"] = isWhole })).GetProperty("data").GetBytesFromBase64();

    public async Task ClickAsync(int x, int y)
    {
        foreach (var step in new[] { "mouseMoved", "mousePressed", "mouseReleased" })
        {
            await SendAsync("Input.dispatchMouseEvent", new JsonObject { ["type"] = step, ["x"] = x, ["y"] = y, ["button"] = "left", ["clickCount"] = 1 });
        }
    }

    public async Task PressAsync(string key)
    {
        foreach (var step in new[] { "keyDown", "keyUp" })
        {
            await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = step, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = key == "Tab" ? 9 : 13 });
        }
    }

    public async Task<byte[]> PrintAsync() => (await SendAsync("Page.printToPDF", new JsonObject { ["paperWidth"] = 8.27, ["paperHeight"] = 11.69 })).GetProperty("data").GetBytesFromBase64();

    public async ValueTask DisposeAsync()
    {
        tools.Happened -= Take;
        await tools.SendAsync("Target.closeTarget", new JsonObject { ["targetId"] = target });
    }

    private IEnumerable<JsonElement> Named(string method) => events.Where(e => e.Method == method).Select(e => e.Parameters);

    private IEnumerable<ToolEvent> Of(string by, params string[] methods) => events.Where(e => e.Session == by && methods.Contains(e.Method));

    private void Take(ToolEvent happened)
    {
        if (happened.Session is null || !sessions.ContainsKey(happened.Session))
        {
            return;
        }
        events.Enqueue(happened);
        switch (happened.Method)
        {
            case "Page.loadEventFired" when happened.Session == session:
                loaded.TrySetResult();
                break;
            case "Page.javascriptDialogOpening":
                dialog.TrySetResult(happened.Parameters.GetProperty("message").GetString()!);
                _ = tools.SendAsync("Page.handleJavaScriptDialog", new JsonObject { ["accept"] = true }, happened.Session);
                break;
            case "Target.attachedToTarget":
                var child = happened.Parameters.GetProperty("sessionId").GetString()!;
                sessions[child] = true;
                _ = WatchAsync(child);
                break;
            case "Network.requestWillBeSent" when happened.Parameters.GetProperty("request").GetProperty("url").GetString()!.EndsWith("/pdf_viewer.js", StringComparison.Ordinal):
                viewer.TrySetResult();
                break;
        }
    }

    private async Task WatchAsync(string on)
    {
        foreach (var domain in Domains)
        {
            await tools.SendAsync($"{domain}.enable", session: on);
        }
        if (on == session)
        {
            await tools.SendAsync("Debugger.enable", session: on);
        }
        await tools.SendAsync("Target.setAutoAttach", new JsonObject { ["autoAttach"] = true, ["waitForDebuggerOnStart"] = false, ["flatten"] = true }, on);
    }
}
