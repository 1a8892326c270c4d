using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <remarks>What an earlier run sent, and did not live to see answered.</remarks>
public sealed partial class ReplaySession
{
    /// <summary>
    /// Writes down that an operation, which an earlier run sent and did not live to see answered, is there: from now on
    /// it is known as applied, whatever a person does to it.
    /// </summary>
    private async Task RememberAsync(Plan plan, Past past, ILedger ledger, CancellationToken cancel)
    {
        await new LedgerJournal(ledger, plan, options)
            .OutcomesAsync([.. FoundAfterAll(plan, past).Select(o => target.Replayed(o.Operation, Outcomes.Applied, o.Id, []))], cancel);
    }

    /// <summary>
    /// The same where a plan shows that all is there, so that nobody would ever confirm it and every list would go on to say
    /// that it was begun.
    /// </summary>
    private async Task SettleAsync(Plan plan, Past past, CancellationToken cancel)
    {
        if (plan.HasNothingToDo && FoundAfterAll(plan, past).Any())
        {
            // What is to be done after all since that plan is not done here.
            await HoldingAsync(new Wanted(plan.Loaded), (_, _) => Task.FromResult<ConfirmResult>(new ConfirmResult.Refused([])), cancel);
        }
    }

    private static IEnumerable<PlannedOperation> FoundAfterAll(Plan plan, Past past) =>
        plan.Operations.Where(o => Outcomes.IsDone(o.Outcome) && past.Of(o.Operation.Id) is { Sent: not null, Applied: false });
}
