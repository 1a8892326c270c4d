using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>The ledger as operations write to it: each entry durable before the next step.</summary>
internal sealed class LedgerJournal(ILedger ledger, Plan plan, SessionOptions options) : IJournal
{
    // Several operations may be under way; a person is told of one at a time.
    private readonly Lock telling = new();
    private volatile ExceptionDispatchInfo? broken;

    /// <summary>The batch that the plan is confirmed with; null where it is confirmed alone.</summary>
    public Digest? Batch { get; init; }

    private Changeset Changeset => plan.Loaded.Changeset;

    public Task IntendAsync(Operation operation, int attempt, CancellationToken cancel)
    {
        lock (telling)
        {
            options.Progress.Sending(operation, attempt);
        }
        return AppendAsync([Entry(operation.Id, EntryKind.Intent, JsonSerializer.Serialize(new IntentBody(Changeset.MarkerOf(operation), attempt), EntryJson.Default.IntentBody))], cancel);
    }

    public Task AnsweredAsync(Operation operation, Answer<long> answer, CancellationToken cancel) => AppendAsync([Entry(operation.Id, EntryKind.Answered, JsonSerializer.Serialize(
        answer switch
        {
            Answer<long>.Ok ok => new AnsweredBody(AnsweredBody.Accepted, ok.Value, ""),
            Answer<long>.Unanswered { MayHaveTakenEffect: true, Problem: var failed } when failed.Code.IsOneOf(Codes.ServerError, Codes.DatabaseDown) => new AnsweredBody(AnsweredBody.Error, null, failed.Message),
            Answer<long>.Unanswered { MayHaveTakenEffect: true } unanswered => new AnsweredBody(AnsweredBody.NoAnswer, null, unanswered.Problem.Message),
            _ => new AnsweredBody(AnsweredBody.Refused, null, answer.ProblemOf(operation.Id).Message),
        },
        EntryJson.Default.AnsweredBody))], cancel);

    public void Waiting(Operation operation, DateTimeOffset until)
    {
        lock (telling)
        {
            options.Progress.Waiting(operation, until);
        }
    }

    /// <summary>Tells a person how operations ended.</summary>
    public void Tell(IEnumerable<ReplayedOperation> ended)
    {
        lock (telling)
        {
            foreach (var one in ended)
            {
                options.Progress.Ended(one);
            }
        }
    }

    public Task ShownAsync(string code, CancellationToken cancel) =>
        AppendAsync([Shown(plan, new ShownBody(plan.Digest.Hex, code, options.By))], cancel);

    /// <summary>That a plan was shown.</summary>
    public static NewEntry Shown(Plan plan, ShownBody body) => new(
        plan.Loaded.Changeset.Id, plan.Target.Instance, "", EntryKind.Shown, JsonSerializer.Serialize(body, EntryJson.Default.ShownBody));

    public Task ConfirmedAsync(Signed? signed, CancellationToken cancel) => AppendAsync([Entry("", EntryKind.Confirmed, JsonSerializer.Serialize(
        new ConfirmedBody(
            plan.Loaded.Digest.Hex, plan.Digest.Hex, plan.Name, plan.Target.Origin, options.By,
            [.. plan.Operations.Select(Confirmation.AsConfirmed)])
        {
            Enrolled = plan.Target.Enrolled.Length == 0 ? null : plan.Target.Enrolled,
            Recorder = plan.Recorder is RecorderSignature.Absent ? null : plan.Recorder.Identity,
            Batch = Batch?.Hex,
            Statement = signed?.Statement,
            Signers = signed?.Signers,
            Again = plan.Operations.Any(o => o.IsAgain) ? [.. plan.Operations.Where(o => o.IsAgain).Select(o => o.Operation.Id)] : null,
        },
        EntryJson.Default.ConfirmedBody))], cancel);

    public Task OutcomesAsync(IReadOnlyCollection<ReplayedOperation> ended, CancellationToken cancel) => ended.Count == 0 ? Task.CompletedTask : AppendAsync(
        [.. ended.Select(one => Entry(one.Operation.Id, EntryKind.Outcome, JsonSerializer.Serialize(new OutcomeBody(one.Outcome, one.Id, [.. one.Problems.Select(p => p.ToString())]), EntryJson.Default.OutcomeBody)))], cancel);

    public Task FinishedAsync(IEnumerable<ReplayedOperation> all, CancellationToken cancel) => AppendAsync([Entry("", EntryKind.Finished, JsonSerializer.Serialize(
        new FinishedBody([.. all.GroupBy(o => o.Outcome, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}")]), EntryJson.Default.FinishedBody))], cancel);

    private NewEntry Entry(string operation, string kind, string body) => new(Changeset.Id, plan.Target.Instance, operation, kind, body);

    private async Task AppendAsync(ImmutableArray<NewEntry> entries, CancellationToken cancel)
    {
        // Where one entry could not be kept, nothing that another is needed for is begun.
        broken?.Throw();
        try
        {
            var step = new Step(entries[0].Kind, entries[0].Operation, Written: false);
            options.AtStep(step);
            await ledger.AppendAsync(entries, cancel);
            options.AtStep(step with { Written = true });
        }
        catch (Exception e)
        {
            broken = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }
}
