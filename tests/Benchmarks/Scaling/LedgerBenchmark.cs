using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Replay;

namespace DolibarrAgent.Benchmarks;

/// <summary>What the ledger costs for each operation as it grows: three entries appended one by one, then all read back.</summary>
internal sealed class LedgerBenchmark(DiskFolder folder, TextWriter output, TextWriter progress)
{
    private const int MostTimes = 5;

    /// <summary>So many operations are enough to go by.</summary>
    private const int Enough = 2000;

    private const string Changeset = "01BENCHMARK0000";

    public async Task RunAsync(IReadOnlyList<int> sizes, CancellationToken cancel)
    {
        await MeasureAsync(sizes[0], cancel);
        var all = new List<(TimeSpan[] Took, int Operations)>();
        foreach (var size in sizes)
        {
            var times = new List<TimeSpan[]>();
            while (times.Count < MostTimes && size * times.Count < Enough)
            {
                times.Add(await MeasureAsync(size, cancel));
            }
            all.Add(([.. Enumerable.Range(0, times[0].Length).Select(step => TimeSpan.FromMilliseconds(times.Select(one => one[step].TotalMilliseconds).Median()))], size));
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ledger of {size:N0} operations: appended in {all[^1].Took[0].TotalSeconds:0.00} s"));
        }
        output.WriteLine($"Ledger: SQLite with full synchronisation on {folder.Format}; three entries for each operation; ms for each operation");
        output.WriteLine();
        var table = new CostTable("for each operation", sizes);
        foreach (var (what, step) in new[] { "append intent, answer, outcome", "read back those of one changeset", "make the past of them", "read all and verify the chain" }.Select((what, step) => (what, step)))
        {
            table.Add(what, [.. all.Select(one => one.Took[step].TotalMilliseconds / one.Operations)]);
        }
        table.WriteTo(output);
    }

    private async Task<TimeSpan[]> MeasureAsync(int operations, CancellationToken cancel)
    {
        var file = Path.Combine(folder.Sub("ledgers"), $"{Guid.NewGuid():N}.db");
        await using var ledger = await LedgerFile.OpenAsync(file, TimeProvider.System, cancel);
        var watch = Stopwatch.StartNew();
        for (var number = 1; number <= operations; number++)
        {
            foreach (var entry in Entries(number))
            {
                await ledger.AppendAsync(entry, cancel);
            }
        }
        var appended = watch.Elapsed;
        watch.Restart();
        var entries = await ledger.OfAsync(Changeset, cancel);
        var read = watch.Elapsed;
        watch.Restart();
        var past = Past.Read(entries, Product.ProdName);
        var made = watch.Elapsed;
        watch.Restart();
        var broken = LedgerFile.FirstBroken(await ledger.AllAsync(cancel));
        var verified = watch.Elapsed;
        return past.Operations.Count == operations && broken is null
            ? [appended, read, made, verified]
            : throw new BenchmarkException($"The ledger gave back {past.Operations.Count} of {operations} operations, and its chain {(broken is null ? "holds" : "does not hold")}.");
    }

    private static IEnumerable<NewEntry> Entries(int number)
    {
        var operation = string.Create(CultureInfo.InvariantCulture, $"op{number}");
        yield return new NewEntry(Changeset, Product.ProdName, operation, EntryKind.Intent, $$"""{"marker":"{{Changeset}}/{{operation}}","try":1}""");
        yield return new NewEntry(Changeset, Product.ProdName, operation, EntryKind.Answered, $$"""{"answer":"accepted","id":{{number}},"message":""}""");
        yield return new NewEntry(Changeset, Product.ProdName, operation, EntryKind.Outcome, $$"""{"outcome":"applied","id":{{number}},"messages":[]}""");
    }
}
