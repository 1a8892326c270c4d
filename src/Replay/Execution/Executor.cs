using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>
/// Does what was confirmed. The only place that may write to prod: it takes nothing but a <see cref="ConfirmedPlan"/>,
/// and the grant that comes with it.
/// </summary>
public sealed class Executor(Side target, ILedger ledger, SessionOptions options)
{
    public async Task<Replayed> ExecuteAsync(ConfirmedPlan confirmed, Past past, CancellationToken cancel)
    {
        var plan = confirmed.Plan;
        var journal = new LedgerJournal(ledger, plan, options);
        var performer = new Performer(confirmed.Grant, journal, options.Patience);
        var site = new Site(target.Name, target.Read, plan.Loaded.Changeset, plan.Loaded.BytesOf, Bindings.None);
        var ended = ImmutableArray.CreateBuilder<ReplayedOperation>();
        await journal.ConfirmedAsync(cancel);
        foreach (var planned in plan.Operations)
        {
            var one = await OneAsync(planned, ended, site, cancel);
            ended.Add(one);
            options.Progress.Ended(one);
            if (one.Operation is Operation.Create && one.Id is { } id && Outcomes.IsDone(one.Outcome))
            {
                site = site with { Bindings = site.Bindings.With(one.Operation.Id, id) };
            }
        }
        await journal.FinishedAsync(ended, cancel);
        return new Replayed(ended.ToImmutable(), await new Verification(target).DifferencesAsync(plan.Loaded, site.Bindings, ended, cancel));

        async Task<ReplayedOperation> OneAsync(PlannedOperation planned, IEnumerable<ReplayedOperation> before, Site at, CancellationToken stop)
        {
            var operation = planned.Operation;
            if (Outcomes.IsDone(planned.Outcome))
            {
                return target.Replayed(operation, Outcomes.AlreadyApplied, planned.Id, []);
            }
            if (plan.Loaded.Changeset.NeedsOf(operation).FirstOrDefault(need => !Outcomes.IsDone(before.Single(b => b.Operation.Id == need).Outcome)) is { } missing)
            {
                return target.Replayed(operation, Outcomes.NotReached, null, [new Problem("not-reached", operation.Id, $"It needs {missing}, which was not applied.", $"See to {missing} first, then run the same command again.")]);
            }
            var done = Of(operation, await performer.PerformAsync(operation, at, past.Of(operation.Id).Sent, stop));
            await journal.OutcomeAsync(done, stop);
            return done;
        }
    }

    private ReplayedOperation Of(Operation operation, Performed performed) => performed switch
    {
        Performed.Applied applied => target.Replayed(operation, Outcomes.Of(applied), applied.Id, []),
        Performed.Conflict conflict => target.Replayed(operation, Outcomes.Conflict, conflict.Id, conflict.Problems),
        Performed.Unknown unknown => target.Replayed(operation, Outcomes.Unknown, null, [unknown.Problem]),
        Performed.Failed failed => target.Replayed(operation, Outcomes.Failed, null, [failed.Problem]),
        _ => throw new ArgumentException("What was performed came out in one of four ways.", nameof(performed)),
    };
}
