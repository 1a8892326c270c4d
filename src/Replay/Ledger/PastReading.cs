using System.Collections.Immutable;
using System.Text.Json;

namespace DolibarrAgent.Replay;

/// <summary>Puts together what the ledger knows of one changeset on one target, entry by entry, oldest first.</summary>
internal sealed class PastReading
{
    private readonly ImmutableArray<ShownBody>.Builder shown = ImmutableArray.CreateBuilder<ShownBody>();
    private readonly ImmutableArray<ConfirmedBody>.Builder confirmed = ImmutableArray.CreateBuilder<ConfirmedBody>();
    private readonly ImmutableHashSet<string>.Builder usedUp = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly Dictionary<string, PastOperation> operations = new(StringComparer.Ordinal);
    private ImmutableArray<string> gate = [];
    private ImmutableArray<string> ended = [];
    private Rejection? rejection;

    public Past Past => new()
    {
        Shown = shown.ToImmutable(),
        Confirmed = confirmed.ToImmutable(),
        Rejection = rejection,
        Ended = ended,
        UsedUp = usedUp.ToImmutable(),
        GateFiles = gate,
        Operations = operations.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <param name="entry">The next one of the changeset, or of none, on the target.</param>
    public void Add(LedgerEntry entry)
    {
        var (id, body, at) = (entry.Content.Operation, entry.Content.Body, entry.At);
        switch (entry.Content.Kind)
        {
            case EntryKind.Shown:
                shown.Add(JsonSerializer.Deserialize(body, EntryJson.Default.ShownBody)!);
                break;
            case EntryKind.Confirmed:
                Confirmed(JsonSerializer.Deserialize(body, EntryJson.Default.ConfirmedBody)!);
                break;
            case EntryKind.Finished:
                Finished(JsonSerializer.Deserialize(body, EntryJson.Default.FinishedBody)!);
                break;
            case EntryKind.Rejected:
                var no = JsonSerializer.Deserialize(body, EntryJson.Default.RejectedBody)!;
                rejection = new Rejection(at, no.By, no.Reason);
                break;
            case EntryKind.WantedAgain:
                rejection = null;
                break;
            case EntryKind.Gate:
                gate = JsonSerializer.Deserialize(body, EntryJson.Default.GateBody)!.Files;
                break;
            case EntryKind.Intent:
                operations[id] = Of(id).Intended(at);
                break;
            case EntryKind.Answered:
                operations[id] = Of(id).Answered(JsonSerializer.Deserialize(body, EntryJson.Default.AnsweredBody)!);
                break;
            case EntryKind.Outcome:
                operations[id] = Of(id).After(JsonSerializer.Deserialize(body, EntryJson.Default.OutcomeBody)!, at);
                break;
        }
    }

    private PastOperation Of(string operation) => operations.GetValueOrDefault(operation, PastOperation.None);

    private void Confirmed(ConfirmedBody body)
    {
        confirmed.Add(body);
        ended = [];
        foreach (var again in body.Again ?? [])
        {
            operations[again] = PastOperation.None with { WasSent = true };
        }
    }

    private void Finished(FinishedBody body)
    {
        ended = body.Outcomes;
        // Where an outcome is unknown it is not at its end: the same command goes on.
        if (confirmed is [.., { Statement: { } statement }] && !ended.Any(o => o.StartsWith(Outcomes.Unknown, StringComparison.Ordinal)))
        {
            usedUp.Add(statement);
        }
    }
}
