using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Settings;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Replay;

/// <summary>
/// What a person does with a changeset: plan it, confirm it, rehearse it, verify it, look at its history. One session
/// serves one command; configuration was read and checked when it was opened.
/// </summary>
public sealed partial class ReplaySession : IAsyncDisposable
{
    private readonly ProgramSettings settings;
    private readonly EnrolledTargets enrolled;
    private readonly SessionOptions options;
    private readonly Side target;
    private readonly Side? writing;
    private readonly Side? sandbox;
    private readonly PolicyRead policy;
    private readonly GateMemory gate;
    private readonly JudgedPlans plans;

    private ReplaySession(ProgramSettings settings, EnrolledTargets enrolled, Purpose purpose, SessionOptions options)
    {
        (this.settings, this.enrolled, gate) = (settings, enrolled, GateMemory.Of(settings.GateFolder));
        this.options = options;
        Purpose = purpose;
        (target, sandbox) = purpose == Purpose.Rehearse
            ? (Open(settings.Sandbox!), null)
            : (Open(settings.Prod!), Open(settings.Sandbox!));
        writing = purpose == Purpose.Confirm ? Open(settings.ProdForWriting!) : null;
        // Read once: what a plan is judged by is what it is confirmed by. Nothing on a sandbox is real.
        policy = purpose == Purpose.Rehearse ? new PolicyRead.Good(Policy.BuiltIn) : PolicyFile.Read(settings.GateFolder);
        plans = new JudgedPlans(new PlanningSides(target, writing, sandbox) { Enrolled = enrolled, Company = settings.Company }, new GateWords(settings.GateFolder, policy, gate), options, OthersOf);
    }

    public Purpose Purpose { get; }

    /// <summary>The name of the instance that is replayed on.</summary>
    public string TargetName => target.Name;

    /// <summary>A session, or every fault of the configuration.</summary>
    public static SessionResult Open(IReadOnlyDictionary<string, string?> variables, Purpose purpose, SessionOptions options)
    {
        var needs = purpose switch
        {
            Purpose.Confirm => SettingsNeeds.Confirm,
            Purpose.Rehearse => SettingsNeeds.Rehearse,
            _ => SettingsNeeds.Plan,
        };
        var read = ProgramSettings.Read(variables, needs);
        if (read is not Checked<ProgramSettings>.Valid { Value: var settings })
        {
            return Refused(read.AllProblems);
        }
        var known = TargetsFile.Read(settings.GateFolder);
        return known is Checked<EnrolledTargets>.Valid { Value: var enrolled }
            ? new SessionResult.Open(new ReplaySession(settings, enrolled, purpose, options))
            : Refused(known.AllProblems);
    }

    private static SessionResult.Refused Refused(ImmutableArray<Problem> problems) => new(problems);

    /// <summary>
    /// The plan as things stand on the target, to be shown to a person. Nothing is written to the target. A plan that waits
    /// for a typed code is remembered in the ledger, with its code.
    /// </summary>
    public async Task<Plan> PlanAsync(LoadedChangeset loaded, CancellationToken cancel)
    {
        var past = await PastAsync(loaded, cancel);
        var plan = await JudgedAsync(new Wanted(loaded), past, cancel);
        await SettleAsync(plan, past, cancel);
        return plan.ExitCode == ExitCode.Waits ? await ShownAsync(plan, past, cancel) : plan;
    }

    private async Task<Plan> ShownAsync(Plan plan, Past past, CancellationToken cancel)
    {
        var known = plan.Needs.IsEmpty ? past.CodeOf(plan) : "";
        var gateFiles = gate.ToRemember(past, target.Name, options.By);
        if (known is not null && gateFiles.IsEmpty)
        {
            return plan with { Code = known };
        }
        var code = known ?? PlanCode.Draw();
        await using var ledger = await Ledger.ToAppendAsync(settings.Ledger, Seen, options.Clock, cancel);
        await ledger.AppendAsync(gateFiles, cancel);
        if (known is null)
        {
            await new LedgerJournal(ledger, plan, options).ShownAsync(code, cancel);
        }
        return plan with { Code = code };
    }

    /// <summary>The plan, and the statement of it that others sign, written to a file. Nothing is written where the plan has problems, or has nothing to do.</summary>
    public async Task<StatedPlan> StateAsync(LoadedChangeset loaded, StatementWish wish, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var plan = await PlanAsync(loaded, cancel);
        return plan.ExitCode == ExitCode.Waits ? StatedPlan.Written(plan, wish, options.Clock.GetUtcNow()) : new StatedPlan(plan, null, null);
    }

    /// <summary>
    /// Makes the plan again on the live target and, where the code is that plan's, carries it out. Only one process at a
    /// time does this for a changeset and a target.
    /// </summary>
    public async Task<ConfirmedReplay> ConfirmAsync(LoadedChangeset loaded, string code, CancellationToken cancel)
    {
        if (Purpose != Purpose.Confirm)
        {
            throw new InvalidOperationException("This session was opened to look, not to confirm.");
        }
        return await HoldingAsync(new Wanted(loaded), (plan, past) =>
            Task.FromResult(Confirmation.Confirm(plan, code, past, ToProd)), cancel);
    }

    /// <summary>The same by signatures under a statement of the plan, in place of its code.</summary>
    public async Task<ConfirmedReplay> ConfirmAsync(LoadedChangeset loaded, SignedFiles files, CancellationToken cancel)
    {
        if (Purpose != Purpose.Confirm)
        {
            throw new InvalidOperationException("This session was opened to look, not to confirm.");
        }
        var check = new SignedConfirmation(settings.GateFolder, options.Clock);
        return await HoldingAsync(
            new Wanted(loaded), async (plan, past) =>
                Confirmation.BySignature(plan, await check.CheckAsync(plan, files, past, cancel), ToProd), cancel);
    }

    /// <summary>Does a changeset on the sandbox again, after that was reset: no confirmation, for nothing there is real.</summary>
    public async Task<ConfirmedReplay> RehearseAsync(LoadedChangeset loaded, CancellationToken cancel)
    {
        if (Purpose != Purpose.Rehearse)
        {
            throw new InvalidOperationException("This session was opened for prod.");
        }
        return await HoldingAsync(new Wanted(loaded), (plan, _) =>
            Task.FromResult(Confirmation.ForRehearsal(plan, new WriteAccess(settings.Sandbox!, ConnectionTo(settings.Sandbox!)))), cancel);
    }

    /// <summary>How the target compares with what the sandbox was when the changeset was finished; read-only.</summary>
    public async Task<Verified> VerifyAsync(LoadedChangeset loaded, CancellationToken cancel)
    {
        // What is there is compared whatever the policy says of doing it.
        var plan = await plans.LookAsync(new Wanted(loaded), await PastAsync(loaded, cancel), cancel);
        var done = plan.Operations.Where(o => Outcomes.IsDone(o.Outcome)).Select(o => target.Replayed(o.Operation, o.Outcome, o.Id, [])).ToList();
        var bindings = done.Where(o => o.Operation is Operation.Create).Aggregate(Bindings.None, (all, o) => all.With(o.Operation.Id, o.Id!.Value));
        return new Verified(plan, [.. done], await new Verification(target).DifferencesAsync(loaded, bindings, done, cancel));
    }

    /// <summary>Makes, without writing to the target, the changeset that takes this one back; it is kept in the configured folder, where recordings go.</summary>
    public async Task<RevertResult> RevertAsync(LoadedChangeset loaded, CancellationToken cancel)
    {
        if (Purpose != Purpose.Look)
        {
            throw new InvalidOperationException("A revert is made from what prod shows, in a read-only session.");
        }
        var result = await new Reverting(target, sandbox, options) { Enrolled = enrolled, Files = settings.Files }.RevertAsync(loaded, await PastAsync(loaded, cancel), settings.ChangesetsFolder, cancel);
        return result is RevertResult.Made made && policy is PolicyRead.Good { Policy.RecorderFor.IsEmpty: false } ? made with { Notes = made.Notes.Add(RecorderCheck.ToSign(made.Path)) } : result;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var side in new[] { target, writing, sandbox })
        {
            side?.Dispose();
        }
        await ValueTask.CompletedTask;
    }

    private async Task<ConfirmedReplay> HoldingAsync(Wanted wanted, Func<Plan, Past, Task<ConfirmResult>> confirm, CancellationToken cancel)
    {
        var loaded = wanted.Loaded;
        await using var ledger = await Ledger.ToAppendAsync(settings.Ledger, Seen, options.Clock, cancel);
        var hold = await ledger.HoldAsync(loaded.Changeset.Id, target.Name, Invariant($"{options.By} (process {Environment.ProcessId})"), cancel);
        if (hold is not Hold.Mine { Right: var right })
        {
            return new ConfirmedReplay.Refused(null, [((Hold.Theirs)hold).ProblemOf(loaded.Changeset.Id, target.Name)]);
        }
        await using var held = right;
        var past = Known(await ledger.OfAsync(loaded.Changeset.Id, cancel));
        var plan = await JudgedAsync(wanted, past, cancel);
        if (!plan.Problems.IsEmpty)
        {
            return new ConfirmedReplay.Stopped(plan);
        }
        await RememberAsync(plan, past, ledger, cancel);
        if (plan.HasNothingToDo)
        {
            return new ConfirmedReplay.NothingToDo(plan);
        }
        await ledger.AppendAsync(Purpose == Purpose.Confirm ? gate.ToRemember(past, target.Name, options.By) : [], cancel);
        switch (await confirm(plan, past))
        {
            case ConfirmResult.Confirmed { Plan: var confirmed }:
                using (confirmed)
                {
                    return new ConfirmedReplay.Done(plan with { Code = past.CodeOf(plan) ?? "" }, await new Executor(target, ledger, options).ExecuteAsync(confirmed, past, cancel));
                }
            case ConfirmResult.Refused { Problems: var problems }:
                return new ConfirmedReplay.Refused(plan, problems);
            default:
                throw new InvalidOperationException("A code confirms or does not.");
        }
    }

    /// <summary>Nothing on a sandbox is real, so a rehearsal is not judged.</summary>
    private Task<Plan> JudgedAsync(Wanted wanted, Past past, CancellationToken cancel) =>
        Purpose == Purpose.Rehearse ? plans.LookAsync(wanted, past, cancel) : plans.JudgeAsync(wanted, past, cancel);

    private WriteAccess ToProd => new(settings.ProdForWriting!, ConnectionTo(settings.ProdForWriting!));

    private OtherChangesets OthersOf(LoadedChangeset loaded) => new(loaded, settings.ChangesetsFolder, new MakerWords(target.Name, Purpose), PastAsync);

    private Task<Past> PastAsync(LoadedChangeset loaded, CancellationToken cancel) => PastAsync(loaded.Changeset.Id, cancel);

    private async Task<Past> PastAsync(string changeset, CancellationToken cancel)
    {
        // To look back makes no ledger where there is none.
        await using var ledger = await Ledger.ToReadAsync(settings.Ledger, Seen, options.Clock, cancel);
        return ledger is null ? Past.None with { IsAfterRestore = options.AgainAfterRestore } : Known(await ledger.OfAsync(changeset, cancel));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private Past Known(IEnumerable<LedgerEntry> entries)
    {
        var past = Past.Read(entries, target.Name) with { IsAfterRestore = options.AgainAfterRestore };
        // A sandbox is reset at will: what was once done there says nothing about what is there now.
        return Purpose == Purpose.Rehearse ? past.WithoutApplied() : past;
    }

    private LastSeen Seen => LastSeen.Of(settings.StateFolder, settings.Ledger);

    private Side Open(Endpoint endpoint) => Side.Of(endpoint, ConnectionTo(endpoint));

    private Connection ConnectionTo(Endpoint endpoint) => enrolled.ConnectionTo(endpoint) with { Log = options.Log, Clock = options.Clock, Limits = options.Limits, Waiting = sentence => options.Progress.Away(sentence) };
}
