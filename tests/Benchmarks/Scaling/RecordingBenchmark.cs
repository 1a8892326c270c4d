using System.Diagnostics;
using System.Globalization;

namespace DolibarrAgent.Benchmarks;

/// <summary>What recording costs for each operation as the changeset grows. The sandbox is a process of its own.</summary>
internal sealed class RecordingBenchmark(DiskFolder folder, TextWriter output, TextWriter progress)
{
    private const int FileSize = 50_000;

    public async Task RunAsync(IReadOnlyList<int> sizes, CancellationToken cancel)
    {
        // What is compiled on first use is not a cost of an operation.
        await MeasureAsync(sizes[0], cancel);
        var all = new List<(double Wall, double Cpu)>();
        foreach (var size in sizes)
        {
            all.Add(await MeasureAsync(size, cancel));
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"recording of {size:N0} operations: {all[^1].Wall:0.00} ms each, {all[^1].Cpu:0.00} of the processor's"));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Recording: invoices with a file of {FileSize:N0} bytes on a simulator without latency, changesets on {folder.Format}; CPU ms are this process's alone"));
        output.WriteLine();
        var table = new CostTable("for each operation", sizes);
        table.Add("recording, ms", [.. all.Select(costs => costs.Wall)]);
        table.Add("recording, CPU ms", [.. all.Select(costs => costs.Cpu)]);
        table.WriteTo(output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recording: an operation costs {all[^1].Cpu / all[0].Cpu:0.00} x in a changeset of {sizes[^1]:N0}"));
    }

    private async Task<(double Wall, double Cpu)> MeasureAsync(int operations, CancellationToken cancel)
    {
        var job = Job.Of(Job.InvoicesFor(operations), "BENCH", 1, FileSize);
        using var sandbox = await SimulatorProgram.SandboxAsync(cancel);
        var root = folder.Sub(string.Create(CultureInfo.InvariantCulture, $"recording-{operations}-{Guid.NewGuid():N}"));
        // The recorder knows prod's address only to refuse it.
        var target = new Target(new Server(new Uri("http://127.0.0.1:1"), "prod-agent-key"), "prod-reader-key", sandbox.Server, root, Path.Combine(root, "ledger.db"));
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        await Product.RecordAsync(target, job, cancel);
        var (wall, spent) = (watch.Elapsed, Environment.CpuUsage.TotalTime - cpu);
        Directory.Delete(root, recursive: true);
        return (wall.TotalMilliseconds / job.Operations.Length, spent.TotalMilliseconds / job.Operations.Length);
    }
}
