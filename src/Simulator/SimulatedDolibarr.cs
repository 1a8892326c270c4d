using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace DolibarrAgent.Simulator;

/// <summary>
/// A Dolibarr 22.0.4 of our own, in memory, over HTTP: the same answers to the same calls as the recorded exchanges.
/// It is held to them by its contract test; calls that it does not know are answered 501 in plain text.
/// </summary>
public sealed class SimulatedDolibarr : IAsyncDisposable
{
    /// <summary>The version that it claims to be, and is recorded from.</summary>
    public const string Version = "22.0.4";

    private readonly WebApplication server;
    private readonly Pipeline pipeline;
    private readonly RequestLog log;
    private readonly UserBook users;

    private SimulatedDolibarr(WebApplication server, SimulatorOptions options)
    {
        this.server = server;
        var database = new Database(options);
        users = new UserBook(options.Keys, database.Now);
        log = new RequestLog(options.LogFile);
        pipeline = new Pipeline(database, users, log, new Router(Resources.Routes(database)));
        server.MapGet("/simulator/log", (RequestDelegate)(context => ControlFace.WriteLogAsync(context, log)));
        server.MapPost("/simulator/reset", (RequestDelegate)(context => ControlFace.ResetAsync(context, pipeline)));
        server.MapFallback("{**path}", (RequestDelegate)pipeline.AnswerAsync);
    }

    /// <summary>The instance's root, with the port it was given; the API is under <c>/api/index.php</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Every call so far, in order.</summary>
    public IReadOnlyList<LoggedRequest> Requests => log.Requests;

    /// <summary>Starts a server; throws <see cref="IOException"/> when the port is taken.</summary>
    public static async Task<SimulatedDolibarr> StartAsync(SimulatorOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Listen.GetLeftPart(UriPartial.Authority).Replace("//localhost", "//127.0.0.1", StringComparison.Ordinal));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 81_700;
            kestrel.Limits.MaxRequestBufferSize = null;
            kestrel.AddServerHeader = false;
        });
        var simulated = new SimulatedDolibarr(builder.Build(), options);
        await simulated.server.StartAsync(cancel);
        var addresses = simulated.server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        simulated.Address = new Uri(addresses.Addresses.First());
        return simulated;
    }

    /// <summary>A client of this server with the key of that name: what a person does on an instance by hand.</summary>
    public HttpClient ClientOf(string keyName)
    {
        var user = users.Named(keyName) ?? throw new ArgumentException($"no key is named '{keyName}'", nameof(keyName));
        var client = new HttpClient { BaseAddress = new Uri(Address, "/api/index.php/") };
        client.DefaultRequestHeaders.Add("DOLAPIKEY", user.Key.Value);
        return client;
    }

    /// <summary>Gives a key other rights from the next call on, as an administrator does.</summary>
    public void SetRights(string keyName, Rights rights) => users.SetRights(keyName, rights);

    /// <summary>Forgets all objects and all calls; ids start again.</summary>
    public void Reset() => pipeline.Reset();

    /// <summary>Runs until <paramref name="cancel"/> or a signal to end.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancel) => server.WaitForShutdownAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }
}
