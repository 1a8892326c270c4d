using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Operations;
using DolibarrAgent.Replay;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// What the ledger costs for each operation as it grows. Entries are appended as a replay does it: intents and answers
/// of two operations at a time, outcomes together for a part; then all are read back.
/// </summary>
internal sealed class LedgerBenchmark(DiskFolder folder, TextWriter output, TextWriter progress)
{
    private const int MostTimes = 5;

    /// <summary>So many operations are enough to go by.</summary>
    private const int Enough = 2000;

    /// <summary>As many as a replay reads back together.</summary>
    private const int Part = 100;

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
        await using var ledger = await Product.OpenLedgerAsync(file, cancel);
        var watch = Stopwatch.StartNew();
        foreach (var part in Enumerable.Range(1, operations).Chunk(Part))
        {
            await Parallel.ForEachAsync(part, new ParallelOptions { MaxDegreeOfParallelism = SharedReader.Overlap, CancellationToken = cancel }, async (number, stop) =>
            {
                await ledger.AppendAsync([Intent(number)], stop);
                await ledger.AppendAsync([Answer(number)], stop);
            });
            await ledger.AppendAsync([.. part.Select(Outcome)], cancel);
        }
        var appended = watch.Elapsed;
        watch.Restart();
        var entries = await ledger.OfAsync(Changeset, cancel);
        var read = watch.Elapsed;
        watch.Restart();
        var past = Past.Read(entries, Product.ProdName);
        var made = watch.Elapsed;
        watch.Restart();
        var fault = await ledger.VerifyAsync(cancel);
        var verified = watch.Elapsed;
        return past.Operations.Count == operations && fault is null
            ? [appended, read, made, verified]
            : throw new BenchmarkException($"The ledger gave back {past.Operations.Count} of {operations} operations, and its chain {(fault is null ? "holds" : "does not hold")}.");
    }

    private static NewEntry Intent(int number) => Entry(number, EntryKind.Intent, $$"""{"marker":"{{Changeset}}/op{{number}}","try":1}""");

    private static NewEntry Answer(int number) => Entry(number, EntryKind.Answered, $$"""{"answer":"accepted","id":{{number}},"message":""}""");

    private static NewEntry Outcome(int number) => Entry(number, EntryKind.Outcome, $$"""{"outcome":"applied","id":{{number}},"messages":[]}""");

    private static NewEntry Entry(int number, string kind, FormattableString body) =>
        new(Changeset, Product.ProdName, FormattableString.Invariant($"op{number}"), kind, FormattableString.Invariant(body));
}
