using System.Collections.Immutable;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Benchmarks;

/// <summary>A simulator in this process, with its keys. Prod and the sandbox number their objects differently.</summary>
internal sealed class Simulated : IAsyncDisposable
{
    private const long FirstProdId = 5000;

    private readonly SimulatedDolibarr dolibarr;
    private readonly string name;

    private Simulated(SimulatedDolibarr dolibarr, string name) => (this.dolibarr, this.name) = (dolibarr, name);

    public Server Server => new(dolibarr.Address, $"{name}-agent-key");

    public string ReaderKey => $"{name}-reader-key";

    /// <summary>Every call so far, in order.</summary>
    public IReadOnlyList<LoggedRequest> Requests => dolibarr.Requests;

    public static Task<Simulated> ProdAsync(TimeSpan latency, CancellationToken cancel) =>
        StartAsync("prod", new SimulatorOptions { Keys = KeysOf("prod"), FirstId = FirstProdId, Production = true, Latency = latency }, cancel);

    /// <param name="at">Where it listens; a free port where null.</param>
    public static Task<Simulated> SandboxAsync(TimeSpan latency, Uri? at, CancellationToken cancel) =>
        StartAsync("sandbox", new SimulatorOptions { Keys = KeysOf("sandbox"), Latency = latency, Listen = at ?? new Uri("http://127.0.0.1:0") }, cancel);

    public ValueTask DisposeAsync() => dolibarr.DisposeAsync();

    private static async Task<Simulated> StartAsync(string name, SimulatorOptions options, CancellationToken cancel) =>
        new(await SimulatedDolibarr.StartAsync(options, cancel), name);

    private static ImmutableArray<SimulatedKey> KeysOf(string name) =>
        [new SimulatedKey("agent", $"{name}-agent-key", Rights.Writer), new SimulatedKey("reader", $"{name}-reader-key", Rights.Reader)];
}
