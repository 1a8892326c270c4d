using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Samples;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// What a mail costs to ingest as the folder of changesets grows: the first mail of a process, which compares the folder
/// with its index, and each further one. One supplier; the sandbox is a process of its own and holds none of what the
/// folder says, so that what grows is the folder alone.
/// </summary>
internal sealed class IngestBenchmark(DiskFolder disk, TextWriter output, TextWriter progress)
{
    private const int Mails = 20;

    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    public async Task RunAsync(IReadOnlyList<int> sizes, CancellationToken cancel)
    {
        // What is compiled on first use is not a cost of a mail.
        await MeasureAsync(sizes[0], cancel);
        var all = new List<IngestCosts>();
        foreach (var size in sizes)
        {
            all.Add(await MeasureAsync(size, cancel));
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ingest into {size:N0} changesets: {all[^1].Further:0.0} CPU ms a mail, {all[^1].First:0.0} for the first of a process"));
        }
        output.WriteLine($"Ingest: {Mails} mails with an XML each, into a folder on {disk.Format} that holds as many changesets of the same supplier as the column says");
        output.WriteLine("CPU ms are this process's alone; the sandbox is another's. What is compiled on first use is not counted");
        output.WriteLine();
        var table = new CostTable("with changesets in the folder", sizes);
        table.Add("the index rebuilt, CPU ms a changeset", [.. all.Select((costs, at) => costs.Index / sizes[at])]);
        table.Add("the first mail of a process, CPU ms", [.. all.Select(costs => costs.First)]);
        table.Add("each further mail, CPU ms", [.. all.Select(costs => costs.Further)]);
        table.Add("each further mail, MB allocated", [.. all.Select(costs => costs.Allocated)]);
        table.Add("held afterwards, MB", [.. all.Select(costs => costs.Held)]);
        table.WriteTo(output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ingest: a mail costs {all[^1].Further / all[0].Further:0.00} x with {sizes[^1]:N0} changesets, the first of a process {all[^1].First / all[0].First:0.00} x"));
    }

    private async Task<IngestCosts> MeasureAsync(int size, CancellationToken cancel)
    {
        using var sandbox = await SimulatorProgram.SandboxAsync(cancel);
        using var prod = await SimulatorProgram.ProdAsync(cancel);
        var root = disk.Sub(string.Create(CultureInfo.InvariantCulture, $"ingest-{size}-{Guid.NewGuid():N}"));
        Fill(root, size, sandbox.Server.Root);
        var target = new Target(prod.Server, prod.ReaderKey, sandbox.Server, root, Path.Combine(root, "ledger.db"));
        var number = 0;
        // A session looks into the folder with its first mail.
        var index = await CostAsync(target, Batch(1));
        var first = await CostAsync(target, Batch(1));
        var (further, allocated, held) = await FurtherAsync(target, Batch(1), Batch(Mails));
        Directory.Delete(root, recursive: true);
        return new IngestCosts(index - first, first, further, allocated, held);

        ImmutableArray<Message> Batch(int mails) => [.. Enumerable.Range(0, mails).Select(_ => Mail(++number))];

        async Task<(double, double, double)> FurtherAsync(Target of, ImmutableArray<Message> before, ImmutableArray<Message> measured)
        {
            using var skill = new Skill(OptionsOf(of));
            await RunAsync(skill, before, cancel);
            var (cpu, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
            await RunAsync(skill, measured, cancel);
            var (took, made) = (Environment.CpuUsage.TotalTime - cpu, GC.GetTotalAllocatedBytes(precise: true) - bytes);
            return (took.TotalMilliseconds / measured.Length, made / 1e6 / measured.Length, GC.GetTotalMemory(forceFullCollection: true) / 1e6);
        }

        async Task<double> CostAsync(Target of, ImmutableArray<Message> measured)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            using var skill = new Skill(OptionsOf(of));
            await RunAsync(skill, measured, cancel);
            return (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
        }
    }

    private static async Task RunAsync(Skill skill, ImmutableArray<Message> mails, CancellationToken cancel)
    {
        await foreach (var message in new Batch(skill, split: false).RunAsync(mails, cancel, cancel))
        {
            if (message.Outcome is not (MessageOutcome.Entered or MessageOutcome.Draft))
            {
                throw new BenchmarkException($"{message.Name} was not entered: {string.Join("; ", message.Parts.SelectMany(part => part.Problems))}");
            }
        }
    }

    private static SkillOptions OptionsOf(Target target) => ProgramSettings.Read(target.Variables, SettingsNeeds.Agent) switch
    {
        Checked<ProgramSettings>.Valid good => new SkillOptions(good.Value, "benchmarks"),
        var bad => throw new BenchmarkException($"The settings are refused: {string.Join("; ", bad.AllProblems.Select(f => f.Message))}"),
    };

    private static Message Mail(int number)
    {
        var invoice = SampleCatalogue.Hosting with { Number = string.Create(CultureInfo.InvariantCulture, $"NEW-{number}"), IssueDate = FirstDay.AddDays(number), DueDate = FirstDay.AddDays(number + 30) };
        var bytes = SampleXml.Of(invoice);
        return new Message($"{invoice.Number}.xml", _ => Task.FromResult(new MessageBytes(bytes, null)));
    }

    /// <summary>Not made durable, as a recorder's are: nothing here is about that.</summary>
    private static void Fill(string root, int size, Uri sandbox)
    {
        for (var number = 1; number <= size; number++)
        {
            var changeset = Recorded(number, sandbox);
            File.WriteAllBytes(ChangesetFolder.Create(root, changeset).File, ChangesetFile.Write(changeset));
        }
    }

    private static Changeset Recorded(int number, Uri sandbox)
    {
        var at = DateTimeOffset.UnixEpoch.AddDays(number);
        var reference = string.Create(CultureInfo.InvariantCulture, $"OLD-{number}");
        var set = Fields.None.With("supplier", new Reference.Found(Fields.None.With("vatNumber", SampleCatalogue.Dupont.VatId))).With("supplierReference", reference)
            .With("date", DateOnly.FromDateTime(at.UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new Changeset
        {
            Id = ChangesetId.New(at),
            Title = $"Supplier invoice {reference}",
            Recorded = new Recorded { At = at, Finished = at, By = "benchmarks", On = new RecordedOn("erp-sandbox", "22.0.4", sandbox.GetLeftPart(UriPartial.Authority)) },
            Operations =
            [
                new Operation.Create { Id = "op1", Resource = "supplierInvoice", Set = set, After = Fields.None.With("totalInclTax", "35.20") },
                new Operation.Validate { Id = "op2", Resource = "supplierInvoice", On = new Reference.Created("op1"), After = Fields.None.With("status", "validated") },
            ],
        };
    }

    /// <param name="Index">To read every changeset, CPU milliseconds.</param>
    private sealed record IngestCosts(double Index, double First, double Further, double Allocated, double Held);
}
