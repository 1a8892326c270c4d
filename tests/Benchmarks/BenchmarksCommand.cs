using System.CommandLine;
using System.Globalization;
using DolibarrAgent.Intake;
using Microsoft.Data.Sqlite;

namespace DolibarrAgent.Benchmarks;

/// <summary>The command line. Tables go to the output, what a person who waits is shown to the errors.</summary>
internal sealed class BenchmarksCommand
{
    private const int Failed = 1;
    private const int PictureSize = 50_000;

    private readonly Option<int> pairs = new("--pairs") { Description = "How many pairs of floor and replay; the median counts.", DefaultValueFactory = _ => 3 };
    private readonly Option<int> invoices = new("--invoices") { Description = "How many invoices; a new supplier for each four.", DefaultValueFactory = _ => 200 };
    private readonly Option<int> latency = new("--latency") { Description = "Milliseconds that every call to a simulator takes at least.", DefaultValueFactory = _ => 30 };
    private readonly Option<bool> live = new("--live") { Description = "On the two real Dolibarr of the DOLIBARR_LIVE_… variables (tests/README.md). Enters real objects, for good.", Arity = ArgumentArity.Zero };
    private readonly Option<string> sizes = new("--sizes") { Description = "Operations, the smallest first.", DefaultValueFactory = _ => "100,1000,10000" };
    private readonly Option<string> changesets = new("--sizes") { Description = "Changesets in the folder, the fewest first.", DefaultValueFactory = _ => "100,1000,10000" };
    private readonly Option<int> mails = new("--mails") { Description = "How many mails are read.", DefaultValueFactory = _ => 400 };
    private readonly Option<string> numbers = new("--invoices") { Description = "How many invoices a changeset has, for each that is measured.", DefaultValueFactory = _ => "20,200" };
    private readonly Option<string> program = new("--program") { Description = "The replay that is measured: a program, or its assembly.", DefaultValueFactory = _ => "artifacts/bin/ReplayTool/release/replay" };
    private readonly Option<string> agent = new("--program")
    {
        Description = "The agent that is measured.",
        DefaultValueFactory = _ => "artifacts/bin/AgentHost/release/agent",
    };
    private readonly Option<int> documents = new("--documents") { Description = "How many are read.", DefaultValueFactory = _ => 20 };
    private readonly Argument<string> corpus = new("corpus")
    {
        Description = "A folder of invoices with expectations.json; by default the one beside the checkout.",
        DefaultValueFactory = _ => "../shared/corpus",
    };
    private readonly Option<bool> recognised = new("--recognised")
    {
        Description = "Recognise the words of pictures of the same pages too: half a minute a page.",
        Arity = ArgumentArity.Zero,
    };
    private readonly Option<string?> kept = new("--kept")
    {
        Description = "A folder in which recognised words are kept from one run to the next. Empty it when the recognition changes.",
    };
    private readonly Option<string?> folder = new("--folder") { Description = "A folder on a disk for changesets and ledgers; by default the machine's temporary one.", Recursive = true };

    private readonly IReadOnlyDictionary<string, string?> variables;
    private readonly TextWriter output;
    private readonly TextWriter errors;
    private readonly RootCommand root;

    public BenchmarksCommand(IReadOnlyDictionary<string, string?> variables, TextWriter output, TextWriter errors)
    {
        (this.variables, this.output, this.errors) = (variables, output, errors);
        var replay = new Command("replay", "A replay against the same writes by a bare HttpClient, and what planning and the ledger cost by size.") { pairs, invoices, latency, live, sizes };
        replay.SetAction((parsed, cancel) => GuardedAsync(() => ReplayAsync(parsed, cancel)));
        var commands = new Command("commands", "What a person waits for: replay --confirm in a terminal, from its start to its end, against the same writes by a bare HttpClient.") { program, numbers, pairs, latency, live };
        commands.SetAction((parsed, cancel) => GuardedAsync(() => CommandsAsync(parsed, cancel)));
        var planning = new Command("planning", "What a plan costs for each operation, by size.") { sizes };
        planning.SetAction((parsed, cancel) => GuardedAsync(() => ScaledAsync(parsed, disk => new PlanningBenchmark(disk, output, errors).RunAsync(Sizes(parsed), cancel))));
        var ledger = new Command("ledger", "What the ledger costs for each operation, by size.") { sizes };
        ledger.SetAction((parsed, cancel) => GuardedAsync(() => ScaledAsync(parsed, disk => new LedgerBenchmark(disk, output, errors).RunAsync(Sizes(parsed), cancel))));
        var machine = new Command("machine", "What a commit, a call and the client cost on this machine.");
        machine.SetAction((parsed, cancel) => GuardedAsync(() => ScaledAsync(parsed, disk => new MachineBenchmark(disk, output).RunAsync(cancel))));
        var intake = new Command("intake", "Mails with a Factur-X of a megabyte, read and fitted: how many a second, and what is not parsing.") { mails };
        intake.SetAction((parsed, cancel) => GuardedAsync(() => IntakeAsync(parsed, cancel)));
        var pages = new Command("pages",
            "The text of printed pages: how many a second, and what the process that reads them costs for a mail.") { agent, documents };
        pages.SetAction((parsed, cancel) => GuardedAsync(() => PagesAsync(parsed, cancel)));
        var proof = new Command("proof", "What is proven of the pages of real invoices, by family, and whether any of it is wrong.")
        {
            corpus, recognised, kept,
        };
        proof.SetAction((parsed, cancel) => GuardedAsync(() => ProofAsync(parsed, cancel)));
        var ingest = new Command("ingest", "What a mail costs as the folder of changesets grows.") { changesets };
        ingest.SetAction((parsed, cancel) => GuardedAsync(() => ScaledAsync(parsed, disk => new IngestBenchmark(disk, output, errors).RunAsync(Sizes(parsed, changesets, 200_000), cancel))));
        var recording = new Command("recording", "What recording costs for each operation, by size.") { sizes };
        recording.SetAction((parsed, cancel) => GuardedAsync(() => ScaledAsync(parsed, disk => new RecordingBenchmark(disk, output, errors).RunAsync(Sizes(parsed), cancel))));
        root = new RootCommand("Benchmarks of the Dolibarr agent. Build them with -c Release.") { folder, replay, commands, planning,
            ledger, machine, intake, pages, proof, ingest, recording };
    }

    /// <summary>Exit code 0, or 1 with one line that says why.</summary>
    public async Task<int> RunAsync(string[] arguments)
    {
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors is [.., var last])
        {
            return await FailAsync($"{last.Message.TrimEnd('.')}. Run it with --help for the arguments.");
        }
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
    }

    private async Task ReplayAsync(System.CommandLine.ParseResult parsed, CancellationToken cancel)
    {
        var (times, number, wait) = (parsed.GetValue(pairs), parsed.GetValue(invoices), parsed.GetValue(latency));
        if (times < 1 || number is < 1 or > 3900 || wait is < 0 or > 10_000)
        {
            throw new BenchmarkException("--pairs starts at 1, --invoices goes from 1 to 3900, --latency from 0 to 10000 milliseconds.");
        }
        var scales = Sizes(parsed);
        if (parsed.GetValue(live) && LiveGround.Missing(variables) is { } missing)
        {
            throw new BenchmarkException(missing);
        }
        using var disk = DiskFolder.Make(parsed.GetValue(folder));
        await WarmUpAsync(disk, cancel);
        var job = Job.Of(number, "BENCH", 1, PictureSize);
        await using IGround ground = parsed.GetValue(live)
            ? new LiveGround(variables, (number, PictureSize), disk.Sub("live"))
            : new SimulatedGround(job, TimeSpan.FromMilliseconds(wait), disk.Sub("simulated"));
        if (parsed.GetValue(live))
        {
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"This enters {2 * times} times {job.Suppliers} suppliers and {number} validated invoices on {variables["DOLIBARR_LIVE_PROD_URL"]}, and half of that on {variables["DOLIBARR_LIVE_SANDBOX_URL"]}. They stay there."));
        }
        var result = await new ReplayBenchmark(ground, job, disk.Format, output).RunAsync(times, errors, cancel);
        await new PlanningBenchmark(disk, output, errors).RunAsync(scales, cancel);
        await new LedgerBenchmark(disk, output, errors).RunAsync(scales, cancel);
        await output.WriteLineAsync(result);
    }

    private async Task CommandsAsync(System.CommandLine.ParseResult parsed, CancellationToken cancel)
    {
        var file = Path.GetFullPath(parsed.GetValue(program)!);
        if (!File.Exists(file))
        {
            throw new BenchmarkException($"There is no program {file}: build it with -c Release, or name another by --program.");
        }
        using var disk = DiskFolder.Make(parsed.GetValue(folder));
        var wait = TimeSpan.FromMilliseconds(parsed.GetValue(latency));
        await WarmUpAsync(disk, cancel);
        await new CommandsBenchmark(file, GroundOf, output, errors).RunAsync(Sizes(parsed, numbers, 3900), parsed.GetValue(pairs), cancel);

        IGround GroundOf(int number) => parsed.GetValue(live)
            ? new LiveGround(variables, (number, PictureSize), disk.Sub("live"))
            : new SimulatedGround(Job.Of(number, "BENCH", 1, PictureSize), wait, disk.Sub(string.Create(CultureInfo.InvariantCulture, $"simulated-{number}")));
    }

    private async Task IntakeAsync(System.CommandLine.ParseResult parsed, CancellationToken cancel)
    {
        var times = parsed.GetValue(mails) is > 0 and <= 100_000 and var number ? number : throw new BenchmarkException("--mails goes from 1 to 100000.");
        await output.WriteLineAsync(new IntakeBenchmark(output).Run(times, cancel));
    }

    private async Task PagesAsync(System.CommandLine.ParseResult parsed, CancellationToken cancel)
    {
        var times = parsed.GetValue(documents) is > 0 and <= 10_000 and var number ? number
            : throw new BenchmarkException("--documents goes from 1 to 10000.");
        await output.WriteLineAsync(await new PagesBenchmark(Path.GetFullPath(parsed.GetValue(agent)!), variables, output)
            .RunAsync(times, cancel));
    }

    private async Task ProofAsync(System.CommandLine.ParseResult parsed, CancellationToken cancel)
    {
        var place = Path.GetFullPath(parsed.GetValue(corpus)!);
        if (!File.Exists(Path.Combine(place, ProofCorpus.Expectations)))
        {
            await output.WriteLineAsync($"proof: skipped, there is no corpus at {place}");
            return;
        }
        if (parsed.GetValue(recognised) && RecognitionTools.Here.Missing is { IsEmpty: false } missing)
        {
            throw new BenchmarkException($"--recognised needs {string.Join(", ", missing)}.");
        }
        await output.WriteLineAsync(await new ProofBenchmark(ProofCorpus.Of(place), parsed.GetValue(kept), output)
            .RunAsync(parsed.GetValue(recognised), errors, cancel));
    }

    /// <summary>Once through everything, small and without latency: what is compiled on first use is not a cost of a replay.</summary>
    private static async Task WarmUpAsync(DiskFolder disk, CancellationToken cancel)
    {
        var job = Job.Of(8, "WARM", 2, 1024);
        await using var ground = new SimulatedGround(job, TimeSpan.Zero, disk.Sub("warm-up"));
        await new ReplayBenchmark(ground, job, disk.Format, TextWriter.Null).RunAsync(2, TextWriter.Null, cancel);
    }

    private async Task ScaledAsync(System.CommandLine.ParseResult parsed, Func<DiskFolder, Task> run)
    {
        using var disk = DiskFolder.Make(parsed.GetValue(folder));
        await run(disk);
    }

    private List<int> Sizes(System.CommandLine.ParseResult parsed) => Sizes(parsed, sizes, 12_000);

    private static List<int> Sizes(System.CommandLine.ParseResult parsed, Option<string> given, int most)
    {
        var read = parsed.GetValue(given)!.Split(',').Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0).ToList();
        return read.TrueForAll(size => size >= 10 && size <= most)
            ? read
            : throw new BenchmarkException(string.Create(CultureInfo.InvariantCulture, $"--sizes takes numbers from 10 to {most}, as 100,1000,10000, not '{parsed.GetValue(given)}'."));
    }

    private async Task<int> GuardedAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (Exception e) when (e is BenchmarkException or HttpRequestException or SqliteException or IOException or UnauthorizedAccessException)
        {
            return await FailAsync(e.Message);
        }
    }

    private async Task<int> FailAsync(string message)
    {
        await errors.WriteLineAsync($"benchmarks: {message}");
        return Failed;
    }
}
