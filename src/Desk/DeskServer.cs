using System.Net;
using System.Net.Sockets;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Desk;

/// <summary>
/// The page of the person who decides: the queue, each review, plans, confirmation, progress, history. It listens on
/// 127.0.0.1 alone, and lets in who brings a link that it made. The write key stays in its process.
/// </summary>
public sealed class DeskServer : IAsyncDisposable
{
    private const int LongestBody = 256 * 1024;
    private const int MostConnections = 100;

    private readonly WebApplication site;
    private readonly DeskWork work;
    private readonly Entrance entrance;

    private DeskServer(WebApplication site, DeskWork work, Entrance entrance) =>
        (this.site, this.work, this.entrance) = (site, work, entrance);

    /// <summary>Its address, which by itself opens nothing.</summary>
    public Uri Address => new(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>A link that opens it once.</summary>
    public Uri NewLink() => new(Address, $"{Routes.Enter}?link={entrance.NewLink()}");

    /// <summary>Opens it.</summary>
    /// <param name="options">What it works with.</param>
    /// <param name="cancel">Stops the opening.</param>
    public static async Task<DeskResult> OpenAsync(DeskOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var peers = LoopbackPeer.OfThisProcess();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(next => connection => IsOurs(peers, connection) ? next(connection) : Refuse(connection, options.Session.Log));
            });
        });
        builder.Services.AddRoutingCore();
        // What is begun is brought to its end; a browser that waits for events is no reason to wait.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var site = builder.Build();
        var (work, entrance) = (new DeskWork(options), new Entrance());
        var server = new DeskServer(site, work, entrance);
        server.Map(options);
        try
        {
            await site.StartAsync(cancel);
            return new DeskResult.Open(server);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await server.DisposeAsync();
            return new DeskResult.Refused(
                new Problem(Codes.PortTaken, $"--port {options.Port}", $"The desk cannot listen there: {e.Message}"));
        }
    }

    /// <summary>Closes it, once every replay that was begun has come to where it can be resumed.</summary>
    public async ValueTask DisposeAsync()
    {
        await work.DisposeAsync();
        await site.DisposeAsync();
    }

    private void Map(DeskOptions options)
    {
        var (pages, log) = (new DeskSite(options, work, entrance), options.Session.Log);
        RequestGuard? guard = null;
        site.Use(async (context, next) =>
        {
            SafeHeaders.Give(context.Response.Headers);
            guard ??= new RequestGuard(Address.Authority);
            if (guard.Refusal(context.Request) is { } status)
            {
                log.LogWarning("The desk refused a request of another site: {Status}", status);
                await pages.NotOursAsync(context, status);
                return;
            }
            await SafelyAsync(pages, log, context, next);
        });
        site.UseRouting();
        site.MapGet(Routes.Enter, pages.EnterAsync);
        site.MapGet(Routes.Script, DeskSite.ScriptAsync);
        Get("/", pages.QueueAsync);
        Get("/changesets/{id}", pages.ChangesetAsync);
        Get("/changesets/{id}/history", pages.HistoryAsync);
        Get("/changesets/{id}/evidence/{index}", pages.EvidenceAsync);
        Get("/plans/{plan}", pages.PlanAsync);
        Get("/plans/{plan}/statement", pages.StatementAsync);
        Get("/runs/{run}", pages.RunAsync);
        Get("/runs/{run}/events", pages.EventsAsync);
        Get("/notices/{notice}", pages.NoticeAsync);
        Post("/plans", pages.PlanItAsync);
        Post("/plans/{plan}/runs", pages.ReplayAsync);
        Post("/plans/{plan}/statement", pages.StateAsync);
        Post("/plans/{plan}/signatures", pages.SignedAsync);
        Post("/changesets/{id}/rejection", pages.RejectAsync);
        Post("/changesets/{id}/revert", pages.RevertAsync);
        site.MapFallback(LetIn((context, _) => pages.NotThereAsync(context)));

        void Get(string path, Func<HttpContext, Visitor, Task> answer) => site.MapGet(path, LetIn(answer));

        void Post(string path, Func<HttpContext, Visitor, Task> answer) => site.MapPost(path, LetIn(answer));

        RequestDelegate LetIn(Func<HttpContext, Visitor, Task> answer) =>
            context => pages.VisitorOf(context) is { } visitor ? answer(context, visitor) : pages.NotLetInAsync(context);
    }

    private static async Task SafelyAsync(DeskSite pages, ILogger log, HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException)
        {
            // The browser went away, or the desk is being closed: nobody waits for an answer.
            context.Abort();
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            context.Response.StatusCode = e.StatusCode;
        }
        catch (LedgerException e) when (!context.Response.HasStarted)
        {
            await pages.FailedAsync(context, e.Problem);
        }
        // The last boundary: a person gets a sentence, whatever happened, and only the log the stack trace.
        catch (Exception e) when (e is not OutOfMemoryException && !context.Response.HasStarted)
        {
            log.LogError(e, "A page of the desk failed");
            await pages.FailedAsync(context, Unfinished.Defect("replay desk", e, "Load the page again. Report the defect with the log."));
        }
    }

    private static bool IsOurs(LoopbackPeer peers, ConnectionContext connection) =>
        connection is { LocalEndPoint: IPEndPoint here, RemoteEndPoint: IPEndPoint there } && peers.IsOurs(here, there);

    private static Task Refuse(ConnectionContext connection, ILogger log)
    {
        log.LogWarning("The desk refused a connection of another user of this machine");
        connection.Abort();
        return Task.CompletedTask;
    }
}

/// <summary>What came of opening a desk. Closed.</summary>
public abstract record DeskResult
{
    private DeskResult() { }

    public sealed record Open(DeskServer Server) : DeskResult;

    public sealed record Refused(Problem Problem) : DeskResult;
}
