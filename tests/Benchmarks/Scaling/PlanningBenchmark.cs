using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// What a plan costs for each operation as the changeset grows: on a prod that has nothing of it, and on one where it was
/// replayed. Recorder and replay are the real ones.
/// </summary>
internal sealed class PlanningBenchmark(DiskFolder folder, TextWriter output, TextWriter progress)
{
    private const int FileSize = 1024;
    private const int FewestTimes = 3;
    private const int MostTimes = 7;

    /// <summary>So many operations planned are enough to go by.</summary>
    private const int Enough = 5000;

    public async Task RunAsync(IReadOnlyList<int> sizes, CancellationToken cancel)
    {
        await MeasureAsync(sizes[0], cancel);
        var all = new List<Costs>();
        foreach (var size in sizes)
        {
            all.Add(await MeasureAsync(size, cancel));
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"planning of {size:N0} operations: {all[^1]}"));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Planning: simulators without latency, each a process of its own, files of {FileSize:N0} bytes, the ledger on {folder.Format}; ms and requests for each operation"));
        output.WriteLine("ms are those of the wall, with what the simulators take; CPU ms are the product's own");
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
        using var sandbox = await SimulatorProgram.SandboxAsync(cancel);
        using var prod = await SimulatorProgram.ProdAsync(cancel);
        var root = folder.Sub(string.Create(CultureInfo.InvariantCulture, $"planning-{operations}-{Guid.NewGuid():N}"));
        var target = new Target(prod.Server, prod.ReaderKey, sandbox.Server, root, Path.Combine(root, "ledger.db"));
        var path = await Product.RecordAsync(target, job, cancel);
        var (loaded, loading) = await TimedAsync(operations, () => Product.LoadAsync(path, cancel));
        var (_, checking) = await TimedAsync(operations, () => Task.FromResult(Product.CheckForm(loaded)));

        var (fresh, plan) = await PlanAsync(target, loaded, cancel);
        var (_, digesting) = await TimedAsync(operations, () => Task.FromResult(plan.Digest));
        var cpu = Environment.CpuUsage.TotalTime;
        var replaying = await Product.ConfirmAsync(target, loaded, plan.Code, cancel);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        var (_, remembering) = await TimedAsync(operations, () => Product.PastAsync(target.Ledger, loaded.Changeset.Id, cancel));
        var (finished, _) = await PlanAsync(target, loaded, cancel);
        return new Costs(job.Operations.Length, fresh, finished)
        {
            Loading = loading,
            Checking = checking,
            Digesting = digesting,
            Remembering = remembering,
            Replaying = replaying,
            ReplayingCpu = cpu,
        };
    }

    /// <summary>Plans several times where that is cheap; the medians count.</summary>
    private static async Task<(PlanCost Cost, Replay.Plan Plan)> PlanAsync(Target target, LoadedChangeset loaded, CancellationToken cancel)
    {
        using var meter = new CallMeter();
        var (walls, cpus) = (new List<double>(), new List<double>());
        while (true)
        {
            meter.Take();
            var cpu = Environment.CpuUsage.TotalTime;
            var (plan, took) = await Product.PlanAsync(target, loaded, cancel);
            cpus.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
            walls.Add(took.TotalMilliseconds);
            var calls = meter.Take();
            if (walls.Count >= MostTimes || loaded.Changeset.Operations.Length * walls.Count >= Enough)
            {
                var requests = (calls.Count(call => call.WentTo(target.Prod.Root)), calls.Count(call => call.WentTo(target.Sandbox.Root)));
                return (new PlanCost(walls.Median(), cpus.Median(), requests), plan);
            }
        }
    }

    /// <summary>The mean of as many times as make enough operations: what is cleared from memory now and then counts at every size.</summary>
    private static async Task<(T Value, TimeSpan Took)> TimedAsync<T>(int operations, Func<Task<T>> work)
    {
        var value = await work();
        var times = Math.Max(FewestTimes, Enough / operations);
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < times; time++)
        {
            value = await work();
        }
        return (value, watch.Elapsed / times);
    }
}

/// <summary>What one plan cost. Times in milliseconds.</summary>
/// <param name="Cpu">Of this process, in which no server runs.</param>
internal sealed record PlanCost(double Wall, double Cpu, (int OnProd, int OnSandbox) Requests);

/// <summary>What a changeset of one size cost, in all.</summary>
internal sealed record Costs(int Operations, PlanCost Fresh, PlanCost Finished)
{
    public TimeSpan Loading { get; init; }

    public TimeSpan Checking { get; init; }

    public TimeSpan Digesting { get; init; }

    public TimeSpan Remembering { get; init; }

    public TimeSpan Replaying { get; init; }

    public TimeSpan ReplayingCpu { get; init; }

    public static IReadOnlyList<(string What, Func<Costs, double> Of)> Rows { get; } =
    [
        ("read changeset and files, ms", costs => costs.Each(costs.Loading)),
        ("check the operations' form, ms", costs => costs.Each(costs.Checking)),
        ("digest of the plan, ms", costs => costs.Each(costs.Digesting)),
        ("the past from the ledger, ms", costs => costs.Each(costs.Remembering)),
        .. OfPlan("fresh plan", costs => costs.Fresh),
        .. OfPlan("plan of a finished replay", costs => costs.Finished),
        ("the replay itself, ms", costs => costs.Each(costs.Replaying)),
        ("the replay itself, CPU ms", costs => costs.Each(costs.ReplayingCpu)),
    ];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"fresh {Fresh.Wall / 1000:0.00} s, replay {Replaying.TotalSeconds:0.0} s, finished {Finished.Wall / 1000:0.00} s");

    private static IEnumerable<(string, Func<Costs, double>)> OfPlan(string name, Func<Costs, PlanCost> plan) =>
    [
        ($"{name}, ms", costs => plan(costs).Wall / costs.Operations),
        ($"{name}, CPU ms", costs => plan(costs).Cpu / costs.Operations),
        ($"{name}, requests on prod", costs => (double)plan(costs).Requests.OnProd / costs.Operations),
        ($"{name}, requests on the sandbox", costs => (double)plan(costs).Requests.OnSandbox / costs.Operations),
    ];

    private double Each(TimeSpan all) => all.TotalMilliseconds / Operations;
}
