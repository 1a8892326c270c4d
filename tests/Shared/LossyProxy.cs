using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Tests;

/// <summary>Stands before a Dolibarr and loses what a test tells it to: requests before they arrive, or answers after the effect.</summary>
public sealed class LossyProxy : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly HttpClient behind;
    private readonly Lock gate = new();
    private readonly List<string> underWay = [];
    private readonly List<(string, string)> together = [];
    private readonly List<string> arrived = [];
    private int writes;

    private LossyProxy(WebApplication server, Uri target)
    {
        this.server = server;
        behind = new HttpClient { BaseAddress = target };
        server.Run(ForwardAsync);
    }

    public Uri Address => new(server.Urls.First());

    /// <summary>How long each write is held before it is handed on.</summary>
    public TimeSpan Slow { get; set; }

    /// <summary>Every two writes that were under way at the same time, by method and path.</summary>
    public IReadOnlyList<(string One, string Other)> Together => together;

    /// <summary>The most writes that were under way at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Every write in the order in which it came, by method and path.</summary>
    public IReadOnlyList<string> Arrived => arrived;

    /// <summary>Which writes never arrive, by method and path.</summary>
    public Func<string, bool> LosesRequestTo { get; set; } = _ => false;

    /// <summary>Which of the writes, from 1, loses its answer after it took effect.</summary>
    public Func<int, bool> LosesAnswer { get; set; } = _ => false;

    /// <summary>Which of the writes, from 1, never arrives.</summary>
    public Func<int, bool> LosesRequest { get; set; } = _ => false;

    public static async Task<LossyProxy> BeforeAsync(Uri target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var proxy = new LossyProxy(builder.Build(), target);
        await proxy.server.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
        behind.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var write = $"{context.Request.Method} {context.Request.Path.Value!.Replace("/api/index.php", "", StringComparison.Ordinal)}";
        if (context.Request.Method == "GET")
        {
            await AnswerAsync(context);
            return;
        }
        lock (gate)
        {
            arrived.Add(write);
            together.AddRange(underWay.Select(other => (other, write)));
            underWay.Add(write);
            MostAtOnce = Math.Max(MostAtOnce, underWay.Count);
        }
        try
        {
            await Task.Delay(Slow, CancellationToken.None);
            if (LosesRequestTo(write))
            {
                context.Abort();
                return;
            }
            await AnswerAsync(context);
        }
        finally
        {
            lock (gate)
            {
                underWay.Remove(write);
            }
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var number = context.Request.Method == "GET" ? 0 : Interlocked.Increment(ref writes);
        if (number > 0 && LosesRequest(number))
        {
            context.Abort();
            return;
        }
        using var body = new StreamContent(context.Request.Body);
        body.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(context.Request.Path.ToUriComponent() + context.Request.QueryString, UriKind.Relative));
        request.Content = number > 0 ? body : null;
        request.Headers.TryAddWithoutValidation("DOLAPIKEY", context.Request.Headers["DOLAPIKEY"].ToString());
        using var answer = await behind.SendAsync(request);
        if (number > 0 && LosesAnswer(number))
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.StatusCode != System.Net.HttpStatusCode.NotModified)
        {
            await answer.Content.CopyToAsync(context.Response.Body);
        }
    }
}
