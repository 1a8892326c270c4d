using System.Collections.Immutable;
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
    private readonly Database database;

    private SimulatedDolibarr(WebApplication server, SimulatorOptions options)
    {
        this.server = server;
        database = new Database(options);
        users = new UserBook(options.Keys, database.Now);
        log = new RequestLog(options.LogFile);
        pipeline = new Pipeline(database, users, log, server.Lifetime.ApplicationStopping);
        server.MapGet("/simulator/log", (RequestDelegate)(context => ControlFace.WriteLogAsync(context, log)));
        server.MapPost("/simulator/release", (RequestDelegate)(context => ControlFace.ReleaseAsync(context, pipeline)));
        server.MapPost("/simulator/reset", (RequestDelegate)(context => ControlFace.ResetAsync(context, pipeline)));
        server.MapFallback("{**path}", (RequestDelegate)pipeline.AnswerAsync);
    }

    /// <summary>The instance's root, with the port it was given; the API is under <c>/api/index.php</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>
    /// Every call so far, in the order in which it was dealt with. A call that a fault kept from its effect stands here
    /// once when it came, and again, with <see cref="LoggedRequest.LateEffectOf"/>, when it was dealt with.
    /// </summary>
    public IReadOnlyList<LoggedRequest> Requests => log.Requests;

    /// <summary>
    /// The calls that changed what the server holds, in the order in which they did, whatever their clients were told:
    /// each stands here once.
    /// </summary>
    public IReadOnlyList<LoggedRequest> Effects => log.Effects;

    /// <summary>How often each <see cref="LoggedRequest.Call"/> changed what the server holds; those that did not are not there.</summary>
    public IReadOnlyDictionary<string, int> EffectCounts => log.Effects.CountBy(effect => effect.Call, StringComparer.Ordinal).ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Which calls go wrong. Setting it starts the numbers again, and leaves alone what is still to take effect.</summary>
    public FaultPlan Faults
    {
        get => pipeline.Faults.Plan;
        set => pipeline.Faults.Plan = value ?? throw new ArgumentNullException(nameof(value));
    }

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
        var simulated = new SimulatedDolibarr(builder.Build(), options) { Faults = options.Faults };
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

    /// <summary>Switches a code of terms or types of payment off from the next call on, as an administrator does.</summary>
    public void SwitchOff(string code) => database.SwitchedOff = database.SwitchedOff.Add(code);

    /// <summary>
    /// Lets every call take effect that <see cref="Fault.CloseThenEffect"/> holds back, in the order in which they came,
    /// whatever it was to wait for; how many there were.
    /// </summary>
    public int ReleaseLate() => pipeline.ReleaseLate();

    /// <summary>
    /// Forgets all objects, all calls, and what is still to take effect; ids start again. The faults stay, and their
    /// numbers go on.
    /// </summary>
    public void Reset() => pipeline.Reset();

    /// <summary>What it holds now, for <see cref="Restore"/>.</summary>
    public SimulatedState Remember() => pipeline.Remember();

    /// <summary>As <see cref="Reset"/>, but it holds again what it held then.</summary>
    public void Restore(SimulatedState state) => pipeline.Restore(state);

    /// <summary>Forgets all calls so far, and nothing else.</summary>
    public void ForgetRequests() => log.Clear();

    /// <summary>Runs until <paramref name="cancel"/> or a signal to end.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancel) => server.WaitForShutdownAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        pipeline.ForgetLate();
        await server.StopAsync();
        await server.DisposeAsync();
    }
}
