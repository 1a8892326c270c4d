using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>The ledger as operations write to it: each entry durable before the next step.</summary>
internal sealed class LedgerJournal(ILedger ledger, Plan plan, SessionOptions options) : IJournal
{
    private Changeset Changeset => plan.Loaded.Changeset;

    public Task IntendAsync(Operation operation, int attempt, CancellationToken cancel)
    {
        options.Progress.Sending(operation, attempt);
        return AppendAsync(operation.Id, EntryKind.Intent, JsonSerializer.Serialize(new IntentBody(Changeset.MarkerOf(operation), attempt), EntryJson.Default.IntentBody), cancel);
    }

    public Task AnsweredAsync(Operation operation, Answer<long> answer, CancellationToken cancel) => AppendAsync(operation.Id, EntryKind.Answered, JsonSerializer.Serialize(
        answer switch
        {
            Answer<long>.Ok ok => new AnsweredBody("accepted", ok.Value, ""),
            Answer<long>.Refused refused => new AnsweredBody("refused", null, refused.Error.Message),
            _ => new AnsweredBody("no-answer", null, answer.ProblemOf(operation.Id).Message),
        },
        EntryJson.Default.AnsweredBody), cancel);

    public void Waiting(Operation operation, DateTimeOffset until) => options.Progress.Waiting(operation, until);

    public Task ConfirmedAsync(CancellationToken cancel) => AppendAsync("", EntryKind.Confirmed, JsonSerializer.Serialize(
        new ConfirmedBody(
            plan.Loaded.Digest.Hex, plan.Digest.Hex, plan.Code, plan.Target.Origin, options.By,
            [.. plan.Operations.Select(o => new ConfirmedOperation(o.Operation.Id, o.Outcome, o.Waits ? "" : PlanDigest.SeenBy(o).Hex))]),
        EntryJson.Default.ConfirmedBody), cancel);

    public Task OutcomeAsync(ReplayedOperation done, CancellationToken cancel) => AppendAsync(done.Operation.Id, EntryKind.Outcome, JsonSerializer.Serialize(
        new OutcomeBody(done.Outcome, done.Id, [.. done.Problems.Select(p => p.ToString())]), EntryJson.Default.OutcomeBody), cancel);

    public Task FinishedAsync(IEnumerable<ReplayedOperation> all, CancellationToken cancel) => AppendAsync("", EntryKind.Finished, JsonSerializer.Serialize(
        new FinishedBody([.. all.GroupBy(o => o.Outcome, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}")]), EntryJson.Default.FinishedBody), cancel);

    private Task AppendAsync(string operation, string kind, string body, CancellationToken cancel) =>
        ledger.AppendAsync([new NewEntry(Changeset.Id, plan.Target.Instance, operation, kind, body)], cancel);
}
