using System.Diagnostics;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;
using DolibarrAgent.Replay;
using DolibarrAgent.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Benchmarks;

/// <summary>The product as the benchmarks use it: everything that is asked of its recorder and its replay is asked here.</summary>
internal static class Product
{
    /// <summary>What prod is called where no variable says otherwise.</summary>
    public const string ProdName = "erp";

    private static SessionOptions Options => SessionOptions.Of(new Silent(), NullLogger.Instance);

    /// <summary>Does a job on the sandbox and records it.</summary>
    /// <returns>The path of changeset.json.</returns>
    public static async Task<string> RecordAsync(Target target, Job job, CancellationToken cancel)
    {
        var settings = ProgramSettings.Read(target.Variables, SettingsNeeds.Agent) switch
        {
            Checked<ProgramSettings>.Valid good => good.Value,
            var bad => throw new BenchmarkException($"The settings are refused: {string.Join("; ", bad.AllProblems.Select(f => f.Message))}"),
        };
        var opened = await Recorder.OpenAsync(settings, new RecorderOptions("benchmarks", null, NullLogger.Instance, Patience.Default), cancel);
        using var recorder = opened is OpenResult.Open { Recorder: var open } ? open : throw Refused("The recorder", ((OpenResult.Refused)opened).Problems);
        recorder.Entitle($"Benchmark {job.Tag}");
        foreach (var operation in job.Operations)
        {
            if (operation is Operation.Create { Resource: "supplierInvoice" } or Operation.Create { Resource: "thirdparty" })
            {
                var bytes = job.Files[operation.From[0]];
                recorder.AddFile("pdf", bytes, (id, digest) => new Evidence.File { Id = id, Name = Job.FileName(id), Sha256 = digest, Size = bytes.Length, Says = SaidBy(bytes, Job.FileName(id)) });
            }
            if (await recorder.DoAsync(operation, cancel) is RecordResult.Refused refused)
            {
                throw Refused($"Recording {operation.Id}", refused.Problems);
            }
        }
        return await recorder.FinishAsync(cancel) is EndResult.Ended ended ? ended.Path : throw new BenchmarkException("The recorder did not finish the changeset.");
    }

    private static Fields SaidBy(byte[] pdf, string name) => DocumentReader.Read(name, pdf, ReadLimits.Default, CancellationToken.None).Documents.Select(document => document.Outcome).OfType<DocumentOutcome.Parsed>().Select(parsed => DocumentSays.Of(parsed.Facts)).Single();

    public static async Task<LoadedChangeset> LoadAsync(string path, CancellationToken cancel) => await LoadedChangeset.LoadAsync(path, cancel) switch
    {
        LoadResult.Good good => good.Loaded,
        LoadResult.Bad bad => throw Refused("Reading the changeset", bad.Problems),
        _ => throw new InvalidOperationException("A changeset is good or bad."),
    };

    /// <summary>The plan of a person who looks.</summary>
    public static async Task<(Plan Plan, TimeSpan Took)> PlanAsync(Target target, LoadedChangeset loaded, CancellationToken cancel)
    {
        await using var session = Open(target, Purpose.Look);
        var watch = Stopwatch.StartNew();
        var plan = await session.PlanAsync(loaded, cancel);
        var took = watch.Elapsed;
        return plan.Problems.IsEmpty ? (plan, took) : throw Refused("The plan", [.. plan.Problems]);
    }

    /// <summary>The replay of a person who types the plan's code. Timed from the code to the verified end.</summary>
    public static async Task<TimeSpan> ConfirmAsync(Target target, LoadedChangeset loaded, string code, CancellationToken cancel)
    {
        await using var session = Open(target, Purpose.Confirm);
        var watch = Stopwatch.StartNew();
        var confirmed = await session.ConfirmAsync(loaded, code, cancel);
        var took = watch.Elapsed;
        switch (confirmed)
        {
            case ConfirmedReplay.Done { Replayed: { ExitCode: ExitCode.Done } replayed } when replayed.Operations.All(o => o.Outcome == Outcomes.Applied):
                return took;
            case ConfirmedReplay.Done { Replayed: var replayed }:
                throw Refused("The replay", [.. replayed.Operations.SelectMany(o => o.Problems), .. replayed.Differences]);
            case ConfirmedReplay.Refused refused:
                throw Refused("The confirmation", [refused.Problem]);
            default:
                throw new BenchmarkException($"The replay ended as {confirmed.GetType().Name}, not done.");
        }
    }

    /// <summary>How many things are wrong with the form of its operations.</summary>
    public static int CheckForm(LoadedChangeset loaded) => ChangesetForm.Check(loaded.Changeset).Count();

    /// <summary>A ledger file, as a replay opens it.</summary>
    public static Task<ILedger> OpenLedgerAsync(string file, CancellationToken cancel) => Ledger.OpenAsync(new LedgerPlace.File(file), TimeProvider.System, cancel);

    /// <summary>What a ledger knows of a changeset on prod.</summary>
    public static async Task<Past> PastAsync(string ledger, string changeset, CancellationToken cancel)
    {
        await using var opened = await OpenLedgerAsync(ledger, cancel);
        return Past.Read(await opened.OfAsync(changeset, cancel), ProdName);
    }

    /// <summary>How many entries a ledger has about a changeset, in a chain that holds.</summary>
    public static async Task<int> EntriesAsync(string ledger, string changeset, CancellationToken cancel)
    {
        await using var opened = await OpenLedgerAsync(ledger, cancel);
        return await opened.VerifyAsync(cancel) is null ? (await opened.OfAsync(changeset, cancel)).Length : throw new BenchmarkException($"The chain of {ledger} does not hold.");
    }

    private static ReplaySession Open(Target target, Purpose purpose) => ReplaySession.Open(target.ReplayVariables, purpose, Options) switch
    {
        SessionResult.Open open => open.Session,
        SessionResult.Refused refused => throw Refused("The settings", refused.Problems),
        _ => throw new InvalidOperationException("A session opens or is refused."),
    };

    private static BenchmarkException Refused(string what, IReadOnlyCollection<Problem> problems)
    {
        const int shown = 5;
        var more = problems.Count > shown ? $" (and {problems.Count - shown} more)" : "";
        return new($"{what} was refused: {string.Join("; ", problems.Take(shown))}{more}");
    }

    private sealed class Silent : IReplayProgress
    {
        public void Sending(Operation operation, int attempt) { }

        public void Waiting(Operation operation, DateTimeOffset until) { }

        public void Ended(ReplayedOperation operation) { }
    }
}
