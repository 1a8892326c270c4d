using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>
/// Does what was confirmed. The only place that may write to prod: it takes only a <see cref="ConfirmedPlan"/>,
/// and the grant that comes with it. In parts: everything that an operation follows is done before its part begins, several
/// parts are under way at once, and little is ever sent and not yet read back.
/// </summary>
public sealed class Executor(Side target, ILedger ledger, SessionOptions options)
{
    /// <summary>
    /// The most operations of a part. Few, so that the last validations, which go one at a time, do not go alone for long;
    /// not so few that reading them back takes as many calls.
    /// </summary>
    private const int Most = 50;

    /// <summary>So many parts a large changeset has at least.</summary>
    private const int Parts = 24;

    /// <summary>Parts that are under way at once: one is sent while another is looked at and a third is read back.</summary>
    private const int AtOnce = 3;

    public async Task<Replayed> ExecuteAsync(ConfirmedPlan confirmed, Past past, CancellationToken cancel)
    {
        var plan = confirmed.Plan;
        var journal = new LedgerJournal(ledger, plan, options) { Batch = confirmed.Batch };
        var run = new Run(target, plan);
        var performer = new Performer(confirmed.Grant, journal, options.Patience);
        await journal.ConfirmedAsync(confirmed.Signed, cancel);
        foreach (var already in plan.Operations.Where(o => Outcomes.IsDone(o.Outcome)))
        {
            run.End(already.Operation, Outcomes.AlreadyApplied, already.Id);
        }
        var left = plan.Selected.Where(o => run[o.Id] is null).ToList();
        await Part.EachAsync(Part.Of(left, run.Dependencies, Math.Clamp(left.Count / Parts, options.FewestInPart, Most)), AtOnce, PerformAsync, cancel);
        var all = run.Ended;
        await journal.FinishedAsync(all, cancel);
        return new Replayed(all, await new Verification(target).DifferencesAsync(plan.Loaded, run.Site.Bindings, all, cancel));

        async Task PerformAsync(Part part, CancellationToken stop)
        {
            var due = run.Begin(part.Operations);
            var performed = await performer.PerformAsync([.. due.Select(o => new ToDo(o, past.Of(o.Id).Sent) { NeverSent = NeverSent(past, o) })], run.Site, stop);
            var ended = run.End(due, performed);
            // A call that was cut off by hand would leave its outcome out of the ledger, though it is known.
            await journal.OutcomesAsync(ended, CancellationToken.None);
            journal.Tell(ended);
        }
    }

    // A sandbox holds what was recorded there, with its markers, and no ledger knows of that.
    private bool NeverSent(Past past, Operation operation) => target.Instance.IsProd && !past.IsAfterRestore && !past.Of(operation.Id).WasSent;
}
