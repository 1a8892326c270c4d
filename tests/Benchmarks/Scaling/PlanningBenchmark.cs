using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// What a plan costs for each operation as the changeset grows: on a prod that has nothing of it, and on one where it was
/// replayed. The changeset is composed, not recorded; the sandbox is filled without the product; the replay is the real one.
/// </summary>
internal sealed class PlanningBenchmark(DiskFolder folder, TextWriter output, TextWriter progress)
{
    private const int FileSize = 1024;

    public async Task RunAsync(IReadOnlyList<int> sizes, CancellationToken cancel)
    {
        await MeasureAsync(sizes[0], cancel);
        var all = new List<Costs>();
        foreach (var size in sizes)
        {
            all.Add(await MeasureAsync(size, cancel));
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"planning of {size:N0} operations: {all[^1]}"));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Planning: simulators in this process without latency, files of {FileSize:N0} bytes, the ledger on {folder.Format}; ms and requests for each operation"));
        output.WriteLine("servers: the same requests again, by a bare HttpClient, one after the other; own: what is left of the plan's time");
        output.WriteLine();
        var table = new CostTable("for each operation", sizes);
        foreach (var (what, cost) in Costs.Rows)
        {
            table.Add(what, [.. all.Select(cost)]);
        }
        table.WriteTo(output);
    }

    private async Task<Costs> MeasureAsync(int operations, CancellationToken cancel)
    {
        var job = Job.Of(Job.InvoicesFor(operations), "BENCH", 1, FileSize);
        await using var sandbox = await Simulated.SandboxAsync(TimeSpan.Zero, null, cancel);
        await using var prod = await Simulated.ProdAsync(TimeSpan.Zero, cancel);
        var root = folder.Sub(string.Create(CultureInfo.InvariantCulture, $"planning-{operations}-{Guid.NewGuid():N}"));
        var target = new Target(prod.Server, prod.ReaderKey, sandbox.Server, root, Path.Combine(root, "ledger.db"));
        var path = Composed.Write(job, root, ("erp-sandbox", SimulatedDolibarr.Version, sandbox.Server.Root.GetLeftPart(UriPartial.Authority)), TimeProvider.System.GetUtcNow());
        var (loaded, loading) = await TimedAsync(() => Product.LoadAsync(path, cancel));
        var (_, checking) = await TimedAsync(() => Task.FromResult(Product.CheckForm(loaded)));
        await FillAsync(sandbox.Server, loaded, job, cancel);

        var instances = new[] { prod, sandbox };
        var (fresh, plan) = await PlanAsync(target, loaded, instances, cancel);
        var (_, digesting) = await TimedAsync(() => Task.FromResult(plan.Digest));
        var replaying = await Product.ConfirmAsync(target, loaded, plan.Code, cancel);
        var (_, remembering) = await TimedAsync(() => Product.PastAsync(target.Ledger, loaded.Changeset.Id, cancel));
        var (finished, _) = await PlanAsync(target, loaded, instances, cancel);
        return new Costs(job.Operations.Length, fresh, finished)
        {
            Loading = loading, Checking = checking, Digesting = digesting, Remembering = remembering, Replaying = replaying,
        };
    }

    private static async Task<(PlanCost Cost, Replay.Plan Plan)> PlanAsync(Target target, LoadedChangeset loaded, Simulated[] instances, CancellationToken cancel)
    {
        var before = instances.Select(instance => instance.Requests.Count).ToArray();
        var (plan, took) = await Product.PlanAsync(target, loaded, cancel);
        var asked = instances.Select((instance, at) => instance.Requests.Skip(before[at]).ToList()).ToArray();
        var watch = Stopwatch.StartNew();
        foreach (var (instance, requests) in instances.Zip(asked))
        {
            using var http = instance.Server.Bare();
            foreach (var request in requests)
            {
                using var answer = await http.GetAsync(new Uri(instance.Server.Root, request.Path), cancel);
                await answer.Content.ReadAsByteArrayAsync(cancel);
            }
        }
        return (new PlanCost(took, watch.Elapsed, asked[0].Count, asked[1].Count), plan);
    }

    private static async Task FillAsync(Server sandbox, LoadedChangeset loaded, Job job, CancellationToken cancel)
    {
        using var http = sandbox.Bare();
        await new BareWriter(http, loaded.Changeset.Id).WriteAsync(job, cancel);
    }

    private static async Task<(T Value, TimeSpan Took)> TimedAsync<T>(Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        return (await work(), watch.Elapsed);
    }
}

/// <summary>What one plan cost.</summary>
/// <param name="Servers">The same requests by a bare client.</param>
internal sealed record PlanCost(TimeSpan Took, TimeSpan Servers, int OnProd, int OnSandbox);

/// <summary>What a changeset of one size cost, in all.</summary>
internal sealed record Costs(int Operations, PlanCost Fresh, PlanCost Finished)
{
    public TimeSpan Loading { get; init; }

    public TimeSpan Checking { get; init; }

    public TimeSpan Digesting { get; init; }

    public TimeSpan Remembering { get; init; }

    public TimeSpan Replaying { get; init; }

    public static IReadOnlyList<(string What, Func<Costs, double> Of)> Rows { get; } =
    [
        ("read changeset and files, ms", costs => costs.Each(costs.Loading)),
        ("check the operations' form, ms", costs => costs.Each(costs.Checking)),
        ("digest of the plan, ms", costs => costs.Each(costs.Digesting)),
        ("the past from the ledger, ms", costs => costs.Each(costs.Remembering)),
        .. OfPlan("fresh plan", costs => costs.Fresh),
        .. OfPlan("plan of a finished replay", costs => costs.Finished),
        ("the replay itself, ms", costs => costs.Each(costs.Replaying)),
    ];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"fresh {Fresh.Took.TotalSeconds:0.00} s, replay {Replaying.TotalSeconds:0.0} s, finished {Finished.Took.TotalSeconds:0.00} s");

    private static IEnumerable<(string, Func<Costs, double>)> OfPlan(string name, Func<Costs, PlanCost> plan) =>
    [
        ($"{name}, ms", costs => costs.Each(plan(costs).Took)),
        ($"{name}, servers, ms", costs => costs.Each(plan(costs).Servers)),
        ($"{name}, own, ms", costs => costs.Each(plan(costs).Took - plan(costs).Servers)),
        ($"{name}, requests on prod", costs => (double)plan(costs).OnProd / costs.Operations),
        ($"{name}, requests on the sandbox", costs => (double)plan(costs).OnSandbox / costs.Operations),
    ];

    private double Each(TimeSpan all) => all.TotalMilliseconds / Operations;
}
