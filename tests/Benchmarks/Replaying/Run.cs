using System.Collections.Immutable;
using System.Diagnostics;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Benchmarks;

/// <summary>What one timed run took and sent.</summary>
/// <param name="Cpu">Of this whole process, simulators included.</param>
/// <param name="Calls">All to prod, reads and writes.</param>
/// <param name="ToSandbox">How many went to the sandbox.</param>
internal sealed record Run(TimeSpan Wall, TimeSpan Cpu, ImmutableArray<Call> Calls, int ToSandbox)
{
    /// <summary>What prod's own log says; empty where it is not simulated.</summary>
    public ImmutableArray<LoggedRequest> ProdLog { get; init; } = [];

    public ImmutableArray<LoggedRequest> SandboxLog { get; init; } = [];

    public int Entries { get; init; }

    public int Writes => Calls.Count(call => call.IsWrite);

    /// <summary>The floor on a stage, checked afterwards.</summary>
    public static async Task<Run> FloorAsync(Stage stage, CallMeter meter, CancellationToken cancel)
    {
        using var http = stage.Target.Prod.Bare();
        var run = await TimedAsync(stage, meter, async () =>
        {
            var watch = Stopwatch.StartNew();
            await new BareWriter(http, stage.Marker).WriteAsync(stage.Job, cancel);
            return watch.Elapsed;
        });
        await EndState.CheckAsync(stage.Target.Prod, stage.Job, "the floor", cancel);
        return run;
    }

    /// <summary>The replay on a stage: planned first, then confirmed with that plan's code, which is what is timed; checked afterwards.</summary>
    public static async Task<Run> ReplayAsync(Stage stage, CallMeter meter, CancellationToken cancel)
    {
        var (plan, _) = await Product.PlanAsync(stage.Target, stage.Loaded!, cancel);
        var run = await TimedAsync(stage, meter, () => Product.ConfirmAsync(stage.Target, stage.Loaded!, plan.Code, cancel));
        await EndState.CheckAsync(stage.Target.Prod, stage.Job, "the replay", cancel);
        return run with { Entries = await Product.EntriesAsync(stage.Target.Ledger, stage.Loaded!.Changeset.Id, cancel) };
    }

    private static async Task<Run> TimedAsync(Stage stage, CallMeter meter, Func<Task<TimeSpan>> work)
    {
        // What an earlier run left in memory is not this one's to clear away.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (prodBefore, sandboxBefore) = (stage.Prod?.Requests.Count ?? 0, stage.Sandbox?.Requests.Count ?? 0);
        meter.Take();
        var cpu = Environment.CpuUsage.TotalTime;
        var wall = await work();
        cpu = Environment.CpuUsage.TotalTime - cpu;
        var calls = meter.Take();
        return new Run(wall, cpu, [.. calls.Where(call => call.WentTo(stage.Target.Prod.Root))], calls.Count(call => call.WentTo(stage.Target.Sandbox.Root)))
        {
            ProdLog = [.. (stage.Prod?.Requests ?? []).Skip(prodBefore)],
            SandboxLog = [.. (stage.Sandbox?.Requests ?? []).Skip(sandboxBefore)],
        };
    }
}
