using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// What a person waits for: <c>replay --confirm</c> in a terminal, from its start to its end, against the same writes
/// without any safety. Its code is typed at once.
/// </summary>
/// <param name="program">The file of <c>replay</c>, or of its assembly.</param>
/// <param name="ground">Where a job of so many invoices is done.</param>
internal sealed partial class CommandsBenchmark(string program, Func<int, IGround> ground, TextWriter output, TextWriter progress)
{
    public async Task RunAsync(IReadOnlyList<int> invoices, int pairs, CancellationToken cancel)
    {
        var table = new Table("invoices", "writes", "floor s", "to the code s", "from it s", "from it / floor", "all / floor", "least", "most");
        var sentences = new List<string>();
        foreach (var number in invoices)
        {
            await using var on = ground(number);
            await on.PrepareAsync(cancel);
            var measured = new List<Commands>();
            for (var pair = 1; pair <= pairs; pair++)
            {
                measured.Add(pair % 2 == 0 ? await PairAsync(on, replayFirst: true, cancel) : await PairAsync(on, replayFirst: false, cancel));
                await progress.WriteLineAsync(Text($"{number} invoices, pair {pair} of {pairs}: {measured[^1]}"));
            }
            var middle = new Commands(measured[0].Writes, Median(one => one.Floor), Median(one => one.Plan), Median(one => one.Confirm));
            var (all, confirmed) = (measured.Select(one => one.All).Median(), measured.Select(one => one.Confirm / one.Floor).Median());
            table.Add(
                Text($"{number}"), Text($"{middle.Writes}"), Text($"{middle.Floor.TotalSeconds:0.00}"), Text($"{middle.Plan.TotalSeconds:0.00}"), Text($"{middle.Confirm.TotalSeconds:0.00}"),
                Text($"{confirmed:0.00}"), Text($"{all:0.00}"), Text($"{measured.Min(one => one.All):0.00}"), Text($"{measured.Max(one => one.All):0.00}"));
            sentences.Add(Text($"{all:0.00} x floor for {number} invoices ({middle.Writes} writes)"));
            foreach (var fact in number == invoices[^1] ? on.Facts : [])
            {
                await output.WriteLineAsync(fact);
            }

            TimeSpan Median(Func<Commands, TimeSpan> of) => TimeSpan.FromSeconds(measured.Select(one => of(one).TotalSeconds).Median());
        }
        await output.WriteLineAsync($"program: {program} --confirm, in a terminal; its ledger was there before");
        await output.WriteLineAsync();
        table.WriteTo(output);
        await output.WriteLineAsync($"commands: a confirmed replay takes {string.Join(", ", sentences)}");
    }

    private async Task<Commands> PairAsync(IGround on, bool replayFirst, CancellationToken cancel)
    {
        var early = replayFirst ? await ReplayAsync(on, cancel) : null;
        TimeSpan floor;
        await using (var stage = await on.ForFloorAsync(cancel))
        {
            using var http = stage.Target.Prod.Bare();
            var watch = Stopwatch.StartNew();
            await new BareWriter(http, stage.Marker).WriteAsync(stage.Job, cancel);
            floor = watch.Elapsed;
            await EndState.CheckAsync(stage.Target.Prod, stage.Job, "the floor", cancel);
        }
        return (early ?? await ReplayAsync(on, cancel)) with { Floor = floor };
    }

    private async Task<Commands> ReplayAsync(IGround on, CancellationToken cancel)
    {
        await using var stage = await on.ForReplayAsync(cancel);
        var file = Path.Combine(stage.Loaded!.Folder, ChangesetFolder.FileName);
        // A company has its ledger, but once.
        await (await Product.OpenLedgerAsync(stage.Target.Ledger, cancel)).DisposeAsync();
        var isAssembly = program.EndsWith(".dll", StringComparison.Ordinal);
        string[] command = [.. isAssembly ? ["dotnet", "exec"] : Array.Empty<string>(), program, "--confirm", file];
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--echo", "never", "--command", string.Join(' ', command.Select(word => $"'{word}'")), "/dev/null"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("DOLIBARR_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }
        foreach (var (name, value) in stage.Target.ReplayVariables)
        {
            start.Environment[name] = value;
        }
        // What it remembers and notes of these runs is not the user's.
        start.Environment["HOME"] = start.Environment["XDG_STATE_HOME"] = start.WorkingDirectory = stage.Target.Folder;
        start.Environment["NO_COLOR"] = "1";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new BenchmarkException($"{program} could not be started.");
        var said = new StringBuilder();
        var code = await CodeAsync(process.StandardOutput, said, cancel);
        var planned = watch.Elapsed;
        await process.StandardInput.WriteLineAsync(code);
        await process.StandardInput.FlushAsync(cancel);
        said.Append(await process.StandardOutput.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        var took = watch.Elapsed;
        if (process.ExitCode != 0)
        {
            throw new BenchmarkException($"{string.Join(' ', command)} ended with {process.ExitCode}: {said}");
        }
        await EndState.CheckAsync(stage.Target.Prod, stage.Job, "the replay", cancel);
        return new Commands(stage.Job.Operations.Length, TimeSpan.Zero, planned, took - planned);
    }

    /// <summary>Reads on until it asks for its code.</summary>
    private async Task<string> CodeAsync(StreamReader output, StringBuilder said, CancellationToken cancel)
    {
        var some = new char[4096];
        while (await output.ReadAsync(some, cancel) is > 0 and var count)
        {
            said.Append(some, 0, count);
            if (said.ToString() is var all && all.EndsWith("Code: ", StringComparison.Ordinal))
            {
                return AskedFor().Matches(all)[^1].Groups[1].Value;
            }
        }
        throw new BenchmarkException($"{program} asked for no code: {said}");
    }

    [GeneratedRegex(@"to replay it on \S+: (\S+)")]
    private static partial Regex AskedFor();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="Writes">How many the job has.</param>
    /// <param name="Floor">The bare writes, one after the other.</param>
    /// <param name="Plan">From the start until the code is asked for.</param>
    /// <param name="Confirm">From the code to the end.</param>
    private sealed record Commands(int Writes, TimeSpan Floor, TimeSpan Plan, TimeSpan Confirm)
    {
        public double All => (Plan + Confirm) / Floor;

        public override string ToString() => Text($"floor {Floor.TotalSeconds:0.0} s, to the code {Plan.TotalSeconds:0.0} s, from it {Confirm.TotalSeconds:0.0} s");
    }
}
