using System.Globalization;
using System.Text.RegularExpressions;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// The replay of a job against its floor, in pairs within one run and in changing order, so that what slows the machine
/// slows both.
/// </summary>
/// <param name="disk">The file system that the ledger is on.</param>
internal sealed partial class ReplayBenchmark(IGround ground, Job job, string disk, TextWriter output)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <param name="pairs">How often; the median counts.</param>
    /// <param name="progress">What a person who waits is shown.</param>
    /// <returns>The result in one line.</returns>
    public async Task<string> RunAsync(int pairs, TextWriter progress, CancellationToken cancel)
    {
        using var meter = new CallMeter();
        await ground.PrepareAsync(cancel);
        var measured = new List<(Run Floor, Run Replay)>();
        for (var pair = 1; pair <= pairs; pair++)
        {
            // floor, replay, replay, floor, …
            var replayFirst = pair % 2 == 0;
            var early = replayFirst ? await ReplayAsync(meter, cancel) : null;
            var floor = await FloorAsync(meter, cancel);
            var replay = early ?? await ReplayAsync(meter, cancel);
            measured.Add((floor, replay));
            await progress.WriteLineAsync(string.Create(Plain, $"pair {pair} of {pairs}: floor {floor.Wall.TotalSeconds:0.0} s, replay {replay.Wall.TotalSeconds:0.0} s"));
        }
        return Report(measured);
    }

    private async Task<Run> FloorAsync(CallMeter meter, CancellationToken cancel)
    {
        await using var stage = await ground.ForFloorAsync(cancel);
        return await Run.FloorAsync(stage, meter, cancel);
    }

    private async Task<Run> ReplayAsync(CallMeter meter, CancellationToken cancel)
    {
        await using var stage = await ground.ForReplayAsync(cancel);
        return await Run.ReplayAsync(stage, meter, cancel);
    }

    private string Report(List<(Run Floor, Run Replay)> measured)
    {
        output.WriteLine(string.Create(Plain, $"Replay of {job.Invoices} supplier invoices of {job.Suppliers} new suppliers, 3 lines and a Factur-X of {job.Files.Values.First().Length:N0} bytes each, validated: {job.Operations.Length} operations"));
        foreach (var fact in ground.Facts)
        {
            output.WriteLine(fact);
        }
        output.WriteLine($"ledger: SQLite with full synchronisation on {disk}");
        output.WriteLine("floor: the same writes, one after the other, by a bare HttpClient: no ledger, no look-up, no read-back");
        output.WriteLine("checked after every run: each invoice is on prod once, validated, with its lines and its file");
        output.WriteLine();
        Pairs(measured);
        var (floor, replay) = measured[^1];
        Latencies(floor, replay);
        if (!replay.ProdLog.IsEmpty)
        {
            var traffic = Traffic.Of(replay.ProdLog);
            Routes("requests on prod", traffic);
            WhyListings(traffic);
            Routes("requests on the sandbox", Traffic.Of(replay.SandboxLog));
            output.WriteLine(SameBodies(floor, replay));
        }
        var ratios = measured.Select(pair => pair.Replay.Wall / pair.Floor.Wall).ToList();
        var requests = measured.Select(pair => (double)pair.Replay.Calls.Length / job.Operations.Length).Median();
        output.WriteLine(string.Create(Plain, $"wall ratio of {measured.Count} pairs: median {ratios.Median():0.00}, from {ratios.Min():0.00} to {ratios.Max():0.00}"));
        output.WriteLine();
        return string.Create(Plain, $"replay: wall {ratios.Median():0.00} x floor, requests {requests:0.00} x writes");
    }

    private void Pairs(List<(Run Floor, Run Replay)> measured)
    {
        var table = new Table("pair", "floor s", "replay s", "ratio", "floor CPU s", "replay CPU s", "requests on prod", "of them writes", "on the sandbox", "ledger entries");
        foreach (var ((floor, replay), pair) in measured.Select((pair, at) => (pair, at + 1)))
        {
            table.Add(
                Text($"{pair}"), Text($"{floor.Wall.TotalSeconds:0.00}"), Text($"{replay.Wall.TotalSeconds:0.00}"), Text($"{replay.Wall / floor.Wall:0.000}"),
                Text($"{floor.Cpu.TotalSeconds:0.00}"), Text($"{replay.Cpu.TotalSeconds:0.00}"),
                Text($"{replay.Calls.Length}"), Text($"{replay.Writes}"), Text($"{replay.ToSandbox}"), Text($"{replay.Entries}"));
        }
        table.WriteTo(output);
    }

    private void Latencies(Run floor, Run replay)
    {
        var table = new Table("calls to prod, the last pair", "number", "median ms", "95 % ms");
        foreach (var (name, calls) in new[] { ("floor, writes", floor.Calls.Where(c => c.IsWrite)), ("replay, writes", replay.Calls.Where(c => c.IsWrite)), ("replay, reads", replay.Calls.Where(c => !c.IsWrite)) })
        {
            var took = calls.Select(call => call.Took.TotalMilliseconds).ToList();
            table.Add(name, Text($"{took.Count}"), Text($"{took.Median():0.0}"), Text($"{took.Percentile(0.95):0.0}"));
        }
        table.WriteTo(output);
    }

    private void Routes(string title, Traffic traffic)
    {
        var table = new Table($"{title}, the last replay", "before the first write", "up to the last", "after it", "all");
        foreach (var route in traffic.Routes.Append(traffic.Sum).Append(traffic.SumWithoutFileListings))
        {
            table.Add(route.Purpose, Text($"{route.Before}"), Text($"{route.Between}"), Text($"{route.After}"), Text($"{route.All}"));
        }
        table.WriteTo(output);
    }

    private void WhyListings(Traffic traffic)
    {
        var (all, without, writes) = (traffic.All, traffic.SumWithoutFileListings.All, (double)traffic.Writes);
        output.WriteLine(Text($"requests for each write: {all / writes:0.00}; without the listings of files {without / writes:0.00}"));
        output.WriteLine("a listing for each attached file reads it back, by size and MD5: Dolibarr answers 200 also where it stored another file's");
        output.WriteLine("content, and has no call that lists the files of several objects. What else is read goes in few calls.");
        output.WriteLine();
    }

    /// <summary>Whether both sent the same: compared by route and body, ids of objects aside.</summary>
    private static string SameBodies(Run floor, Run replay)
    {
        var asked = Writes(floor).ToList();
        var left = asked.ToLookup(write => write, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var same = Writes(replay).Count(write => left.TryGetValue(write, out var more) && more > 0 && (left[write] = more - 1) >= 0);
        return Text($"writes with the same body in the floor and in the replay: {same} of {asked.Count}");
    }

    private static IEnumerable<string> Writes(Run run) => run.ProdLog.Where(request => request.Method != "GET").Select(request => OwnId().Replace($"{request.Method} {request.Path} {request.Body}", "#"));

    private static string Text(FormattableString text) => text.ToString(Plain);

    // A number that the server gave: in a path, as the supplier of an invoice, in a draft's reference.
    [GeneratedRegex("""(?<=supplierinvoices/|"socid":|PROV)[0-9]+""")]
    private static partial Regex OwnId();
}
