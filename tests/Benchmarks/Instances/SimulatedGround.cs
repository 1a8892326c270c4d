using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Benchmarks;

/// <summary>Two simulators in this process. One job, recorded once; a fresh prod for every run.</summary>
/// <param name="latency">Of every call, on both, while the clock runs.</param>
/// <param name="folder">For the changeset and the ledgers.</param>
internal sealed class SimulatedGround(Job job, TimeSpan latency, string folder) : IGround
{
    private Simulated? sandbox;
    private LoadedChangeset? loaded;
    private TimeSpan recording;
    private int ledgers;

    public IReadOnlyList<string> Facts =>
    [
        string.Create(CultureInfo.InvariantCulture, $"prod and sandbox: simulators in this process, {latency.TotalMilliseconds:0} ms of latency a call on both; prod is fresh for every run"),
        string.Create(CultureInfo.InvariantCulture, $"changeset: recorded by the recorder on the sandbox without latency in {recording.TotalSeconds:0.0} s"),
    ];

    public async Task PrepareAsync(CancellationToken cancel)
    {
        var recordedOn = await Simulated.SandboxAsync(TimeSpan.Zero, null, cancel);
        await using (recordedOn)
        {
            var watch = Stopwatch.StartNew();
            // The recorder knows prod's address only to refuse it.
            var path = await Product.RecordAsync(TargetWith(new Server(new Uri("http://127.0.0.1:1"), "prod-agent-key"), recordedOn), job, cancel);
            recording = watch.Elapsed;
            loaded = await Product.LoadAsync(path, cancel);
        }
        // The same sandbox again, at the same address and with the same objects, but with latency: a changeset has no ids.
        sandbox = await Simulated.SandboxAsync(latency, recordedOn.Server.Root, cancel);
        using var http = sandbox.Server.Bare();
        await new BareWriter(http, loaded.Changeset.Id).FillAsync(job, cancel);
    }

    public async Task<Stage> ForFloorAsync(CancellationToken cancel) => await ForReplayAsync(cancel) with { Loaded = null };

    public async Task<Stage> ForReplayAsync(CancellationToken cancel)
    {
        var prod = await Simulated.ProdAsync(latency, cancel);
        return new Stage(job, loaded!.Changeset.Id, TargetWith(prod.Server, sandbox!), loaded) { Prod = prod, Sandbox = sandbox };
    }

    public async ValueTask DisposeAsync()
    {
        if (sandbox is not null)
        {
            await sandbox.DisposeAsync();
        }
    }

    private Target TargetWith(Server prod, Simulated on) =>
        new(prod, "prod-reader-key", on.Server, folder, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"ledger-{++ledgers}.db")));
}
