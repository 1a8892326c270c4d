using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>
/// Does what was confirmed. The only place that may write to prod: it takes nothing but a <see cref="ConfirmedPlan"/>,
/// and the grant that comes with it. Part by part: everything that an operation follows is in a part before, and little is
/// ever sent and not yet read back.
/// </summary>
public sealed class Executor(Side target, ILedger ledger, SessionOptions options)
{
    /// <summary>The most of one wave that is sent before it is read back and compared.</summary>
    private const int Part = 100;

    public async Task<Replayed> ExecuteAsync(ConfirmedPlan confirmed, Past past, CancellationToken cancel)
    {
        var plan = confirmed.Plan;
        var journal = new LedgerJournal(ledger, plan, options);
        var run = new Run(target, plan);
        var performer = new Performer(confirmed.Grant, journal, options.Patience);
        await journal.ConfirmedAsync(confirmed.Signed, cancel);
        foreach (var already in plan.Operations.Where(o => Outcomes.IsDone(o.Outcome)))
        {
            run.End(already.Operation, Outcomes.AlreadyApplied, already.Id);
        }
        foreach (var part in Waves.InParts(plan.Selected.Where(o => run[o.Id] is null), run.Dependencies, Part))
        {
            var due = part.Where(run.MayBegin).ToImmutableArray();
            var ended = due.Zip(await performer.PerformAsync([.. due.Select(o => new ToDo(o, past.Of(o.Id).Sent) { NeverSent = NeverSent(past, o) })], run.Site, cancel), run.End).ToImmutableArray();
            // A call that was cut off by hand would leave its outcome out of the ledger, though it is known.
            await journal.OutcomesAsync(ended, CancellationToken.None);
            foreach (var one in ended)
            {
                options.Progress.Ended(one);
            }
            if (ended.Length > 0 && ended.All(one => one.Outcome is Outcomes.NotReached or Outcomes.Unknown))
            {
                run.GiveUp();
            }
        }
        var all = run.Ended;
        await journal.FinishedAsync(all, cancel);
        return new Replayed(all, await new Verification(target).DifferencesAsync(plan.Loaded, run.Site.Bindings, all, cancel));
    }

    // A sandbox holds what was recorded there, with its markers, and no ledger knows of that.
    private bool NeverSent(Past past, Operation operation) => target.Instance.IsProd && !past.IsAfterRestore && !past.Of(operation.Id).WasSent;
}
