using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.Campaign.Tests;

/// <summary>
/// A replay of every kind of operation dies at every one of its steps, meets every fault, and is run again: everything
/// is there once, and it says so.
/// </summary>
public class CrashAndFaultTests
{
    /// <summary>Every kind of fault. What comes late comes while a server may still be busy.</summary>
    private static readonly ImmutableArray<Fault> Faults =
    [
        new Fault.Lost(), new Fault.EffectThenClose(), new Fault.EffectThenReset(), new Fault.EffectThenLate(), new Fault.EffectThenServerError(),
        new Fault.EffectThenHtml(), new Fault.EffectThenTruncated(), new Fault.EffectThenEndless(), new Fault.CloseThenEffect(new LateEffect.AfterRequests(5)),
        new Fault.HalfThenServerError(), new Fault.DatabaseDown(), new Fault.KeyUnread(), new Fault.TooManyRequests(), new Fault.Unavailable(), new Fault.ProxyUnavailable(), new Fault.Redirect(System.Net.HttpStatusCode.TemporaryRedirect, new Uri("http://127.0.0.1:9/")),
    ];

    /// <summary>A read has no effect to come late or to be lost: what is left are the ways of not being answered.</summary>
    private static readonly ImmutableArray<Fault> FaultsOfReads = [.. Faults.Where(f => f is not (Fault.EffectThenClose or Fault.HalfThenServerError or Fault.CloseThenEffect or Fault.ProxyUnavailable))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What is replayed: invoices with all that belongs to them, or every resource that is done by its description.</summary>
    private static readonly ImmutableSortedDictionary<string, Func<Recording.Recorder, CancellationToken, Task>> Jobs =
        ImmutableSortedDictionary.Create<string, Func<Recording.Recorder, CancellationToken, Task>>(StringComparer.Ordinal).Add("invoices", Job.RecordAsync).Add("objects", Job.RecordObjectsAsync);

    public static TheoryData<string> Names => [.. Jobs.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Every_step_times_every_fault_at_the_write_before_it_or_behind_it_leaves_everything_there_once(string job)
    {
        var clean = await CleanAsync(job);
        var cases = from step in Enumerable.Range(1, clean.Steps.Count)
                    let write = Math.Max(1, clean.Steps.Take(step).Count(s => s is { Entry: EntryKind.Intent, Written: true }))
                    from fault in Faults
                    from strike in StrikesAt(write, step + Faults.IndexOf(fault))
                    select new Case(step, CountedRequests.Writes, strike, fault);

        await TryAllAsync("steps x faults", [.. cases], clean);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Every_fault_at_every_write_leaves_everything_there_once(string job)
    {
        var clean = await CleanAsync(job);
        var cases = from write in Enumerable.Range(1, clean.Writes)
                    from fault in Faults
                    select new Case(0, CountedRequests.Writes, write, fault);

        await TryAllAsync("writes x faults", [.. cases], clean);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Every_fault_at_every_read_leaves_everything_there_once(string job)
    {
        var clean = await CleanAsync(job);
        var cases = from read in Enumerable.Range(1, clean.Reads)
                    from fault in FaultsOfReads
                    select new Case(0, CountedRequests.Reads, read, fault);

        await TryAllAsync("reads x faults", [.. cases], clean);
    }

    /// <summary>The write before the step or the one behind it, in turn; with DOLIBARR_CAMPAIGN_WHOLE both.</summary>
    private static IEnumerable<int> StrikesAt(int write, int turn) =>
        Environment.GetEnvironmentVariable("DOLIBARR_CAMPAIGN_WHOLE") == "1" ? [write, write + 1] : [write + (turn % 2)];

    private static async Task<Clean> CleanAsync(string job)
    {
        await using var stage = await Stage.OpenAsync(Jobs[job], Cancel);
        stage.Begin();
        var life = new Death(0);
        ((Came.Through)await stage.ReplayAsync(life, Cancel)).Replay.Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
        var reads = stage.Prod.Requests.Count(r => r.Method == "GET");
        return new Clean(life.Steps, await stage.PictureAsync(Cancel), stage.Prod.Effects.Count, reads) { Job = job };
    }

    /// <summary>Tries all on as many stages as there are processors; every one that goes wrong is named.</summary>
    private static async Task TryAllAsync(string what, IReadOnlyCollection<Case> cases, Clean clean)
    {
        var alikes = cases.GroupBy(one => one.DiesAt)
            .SelectMany(alike => alike.Key == 0 ? alike.Select(one => ImmutableArray.Create(one)) : [[.. alike]]);
        var waiting = new ConcurrentQueue<ImmutableArray<Case>>(alikes);
        var wrong = new ConcurrentBag<string>();
        var begunHalfway = 0;
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(async _ =>
        {
            await using var stage = await Stage.OpenAsync(Jobs[clean.Job], Cancel);
            while (wrong.Count < 20 && waiting.TryDequeue(out var alike))
            {
                var halfway = await HalfwayAsync(stage, alike[0].DiesAt);
                foreach (var one in alike)
                {
                    var begin = halfway?.Writes < one.Strike ? halfway : null;
                    Interlocked.Add(ref begunHalfway, begin is null ? 0 : 1);
                    if (await TryAsync(stage, one, clean, begin) is { } problem)
                    {
                        wrong.Add($"{one}: {problem}");
                    }
                }
            }
        }));

        Report.Line(string.Create(CultureInfo.InvariantCulture, $"campaign: {clean.Job}: {what}: {cases.Count} cases, {begunHalfway} of them begun where a run died, over {clean.Steps.Count} steps, {clean.Writes} writes, {clean.Reads} reads and {Faults.Length} faults; {wrong.Count} wrong"));
        wrong.Should().BeEmpty();
    }

    /// <summary>
    /// Where a run that nothing disturbs dies: there every case begins whose fault strikes only behind it. Null where none dies.
    /// </summary>
    private static async Task<Halfway?> HalfwayAsync(Stage stage, int diesAt)
    {
        stage.Begin();
        return diesAt > 0 && await stage.ReplayAsync(new Death(diesAt), Cancel) is Came.Dead ? stage.Remember() : null;
    }

    /// <summary>What is wrong with what came of it; null where nothing is.</summary>
    /// <param name="halfway">What its first run had come to, where that is known already.</param>
    private static async Task<string?> TryAsync(Stage stage, Case one, Clean clean, Halfway? halfway)
    {
        var first = halfway is null ? await FirstAsync(stage, one) : new Came.Dead();
        if (halfway is not null)
        {
            stage.Begin(halfway);
            stage.Prod.Faults = FaultPlan.At(one.Counted, one.Strike - halfway.Writes, one.Fault);
        }
        // A fault may end the run before the step is reached.
        if (one.DiesAt > 0 && first is not Came.Dead && IsAllDone(first))
        {
            return $"it did not die: {first}";
        }
        // The fault may strike the run that resumes; then a further run says how it ended.
        Came last = first;
        for (var run = 0; run < 5 && !IsAllDone(last); run++)
        {
            last = await stage.ReplayAsync(new Death(0), Cancel);
            if (WrongWith(last) is { } untrue)
            {
                return untrue;
            }
            stage.Prod.Faults = FaultPlan.None;
        }
        if (!IsAllDone(last))
        {
            return $"it did not come to its end: {Words(last)}";
        }
        stage.Prod.Faults = FaultPlan.None;
        var effects = stage.Prod.Effects.Count;
        if (await stage.ReplayAsync(new Death(0), Cancel) is not Came.Through { Replay: ConfirmedReplay.NothingToDo } || stage.Prod.Effects.Count != effects)
        {
            return "a further replay did something";
        }
        effects += halfway?.Effects ?? 0;
        var picture = await stage.PictureAsync(Cancel);
        // The first half of a price is a row without an amount; what is sent again fills that row.
        var whole = effects - stage.Prod.Effects.Count(effect => effect.Fault is Fault.HalfThenServerError);
        return whole != clean.Writes ? $"{whole} writes took effect in place of {clean.Writes}: {string.Join(", ", stage.Prod.EffectCounts.Select(e => $"{e.Key} {e.Value}"))}"
            : picture != clean.Picture ? $"prod holds{Environment.NewLine}{picture}in place of{Environment.NewLine}{clean.Picture}"
            : !await stage.ChainHoldsAsync(Cancel) ? "the ledger's chain is broken"
            : null;
    }

    private static async Task<Came> FirstAsync(Stage stage, Case one)
    {
        stage.Begin();
        stage.Prod.Faults = FaultPlan.At(one.Counted, one.Strike, one.Fault);
        return await stage.ReplayAsync(new Death(one.DiesAt), Cancel);
    }

    private static bool IsAllDone(Came came) => came is Came.Through { Replay: ConfirmedReplay.NothingToDo } or Came.Through { Replay: ConfirmedReplay.Done { Replayed.ExitCode: ExitCode.Done } };

    /// <summary>Nobody but us writes to prod here: a conflict, or a problem that is not a missing answer, is untrue.</summary>
    private static string? WrongWith(Came came) => came switch
    {
        Came.Through { Replay: ConfirmedReplay.Stopped { Plan: var plan } } when plan.Problems.Any(p => p.Code.Kind != ProblemKind.Failure) => $"an untrue problem: {Words(came)}",
        Came.Through { Replay: ConfirmedReplay.Done { Replayed: var replayed } } when replayed.Operations.Any(o => o.Outcome is Outcomes.Conflict) => $"an untrue conflict: {Words(came)}",
        _ => null,
    };

    private static string Words(Came came) => came switch
    {
        Came.Through { Replay: ConfirmedReplay.Stopped { Plan: var plan } } => string.Join("; ", plan.Problems),
        Came.Through { Replay: ConfirmedReplay.Done { Replayed: var replayed } } => string.Join("; ", replayed.Operations.SelectMany(o => o.Problems).Concat(replayed.Differences)),
        _ => came.ToString(),
    };

    /// <param name="DiesAt">The step of the first run, 0 where it lives.</param>
    /// <param name="Strike">Which of the counted requests the fault strikes, over all runs.</param>
    private sealed record Case(int DiesAt, CountedRequests Counted, int Strike, Fault Fault);

    /// <param name="Steps">The steps of a replay that nothing disturbs.</param>
    private sealed record Clean(IReadOnlyList<Step> Steps, string Picture, int Writes, int Reads)
    {
        public required string Job { get; init; }
    }
}
