using System.Collections.Immutable;
using System.Text.Json;

namespace DolibarrAgent.Replay;

/// <summary>What the ledger knows of one changeset on one target.</summary>
public sealed record Past
{
    public static Past None { get; } = new();

    public ImmutableSortedDictionary<string, PastOperation> Operations { get; init; } = ImmutableSortedDictionary.Create<string, PastOperation>(StringComparer.Ordinal);

    /// <summary>Every plan that was shown to be confirmed by a code, oldest first.</summary>
    public ImmutableArray<ShownBody> Shown { get; init; } = [];

    /// <summary>Every plan that was confirmed, oldest first.</summary>
    public ImmutableArray<ConfirmedBody> Confirmed { get; init; } = [];

    /// <summary>The statements whose replay came to its end, by SHA-256: they no longer confirm anything.</summary>
    public ImmutableHashSet<string> UsedUp { get; init; } = [];

    /// <summary>The names of the files that the gate is to have.</summary>
    public ImmutableArray<string> GateFiles { get; init; } = [];

    /// <summary>Whether a person says that the target, or the ledger, was restored from a backup: what was applied may be gone, and what is there may be unknown here.</summary>
    public bool IsAfterRestore { get; init; }

    /// <summary>The code under which a plan was shown; null where it was not.</summary>
    public string? CodeOf(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var digest = plan.Digest.Hex;
        return Shown.FirstOrDefault(one => one.PlanSha256 == digest)?.Code;
    }

    public PastOperation Of(string operation) => Operations.GetValueOrDefault(operation, PastOperation.None);

    public static Past Read(IEnumerable<LedgerEntry> entries, string target)
    {
        var shown = ImmutableArray.CreateBuilder<ShownBody>();
        var confirmed = ImmutableArray.CreateBuilder<ConfirmedBody>();
        var usedUp = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        ImmutableArray<string> gate = [];
        var operations = new Dictionary<string, PastOperation>(StringComparer.Ordinal);
        foreach (var (id, kind, body, at) in entries.Where(e => e.Content.Target == target).Select(e => (e.Content.Operation, e.Content.Kind, e.Content.Body, e.At)))
        {
            var operation = operations.GetValueOrDefault(id, PastOperation.None);
            switch (kind)
            {
                case EntryKind.Shown:
                    shown.Add(JsonSerializer.Deserialize(body, EntryJson.Default.ShownBody)!);
                    break;
                case EntryKind.Confirmed:
                    confirmed.Add(JsonSerializer.Deserialize(body, EntryJson.Default.ConfirmedBody)!);
                    foreach (var again in confirmed[^1].Again ?? [])
                    {
                        operations[again] = PastOperation.None with { WasSent = true };
                    }
                    break;
                // Where an outcome is unknown it is not at its end: the same command goes on.
                case EntryKind.Finished when confirmed is [.., { Statement: { } statement }] && !JsonSerializer.Deserialize(body, EntryJson.Default.FinishedBody)!.Outcomes.Any(o => o.StartsWith(Outcomes.Unknown, StringComparison.Ordinal)):
                    usedUp.Add(statement);
                    break;
                case EntryKind.Gate:
                    gate = JsonSerializer.Deserialize(body, EntryJson.Default.GateBody)!.Files;
                    break;
                case EntryKind.Intent:
                    operations[id] = operation.Intended(at);
                    break;
                case EntryKind.Answered:
                    operations[id] = operation.Answered(JsonSerializer.Deserialize(body, EntryJson.Default.AnsweredBody)!);
                    break;
                case EntryKind.Outcome:
                    operations[id] = operation.After(JsonSerializer.Deserialize(body, EntryJson.Default.OutcomeBody)!, at);
                    break;
            }
        }
        return new Past { Shown = shown.ToImmutable(), Confirmed = confirmed.ToImmutable(), UsedUp = usedUp.ToImmutable(), GateFiles = gate, Operations = operations.ToImmutableSortedDictionary(StringComparer.Ordinal) };
    }

    /// <summary>The same without what was applied: on a target that may have been reset since.</summary>
    internal Past WithoutApplied() => this with { Operations = Operations.ToImmutableSortedDictionary(o => o.Key, o => o.Value with { Applied = false, AppliedAs = null, AppliedAt = null, AcceptedAt = null }, StringComparer.Ordinal) };
}

/// <summary>What the ledger knows of one operation.</summary>
public sealed record PastOperation
{
    public static PastOperation None { get; } = new();

    /// <summary>When it was last sent without its outcome having become known since.</summary>
    public DateTimeOffset? Sent { get; private init; }

    /// <summary>Whether it was ever sent, as far as this ledger knows.</summary>
    public bool WasSent { get; internal init; }

    /// <summary>Whether the server failed at what was last sent, so that a part of it may be there.</summary>
    public bool HasFailed { get; private init; }

    /// <summary>When the target accepted it, if the run ended before reading it back. Nothing is sent again after that.</summary>
    public DateTimeOffset? AcceptedAt { get; internal init; }

    /// <summary>The object's id, once it was applied; null too where it took the object away and no answer told its id.</summary>
    public long? AppliedAs { get; internal init; }

    private DateTimeOffset? SentBefore { get; init; }

    internal PastOperation Intended(DateTimeOffset at) => this with { Sent = at, SentBefore = Sent, WasSent = true, HasFailed = false };

    internal PastOperation Answered(AnsweredBody answer) => answer.Answer switch
    {
        AnsweredBody.Accepted => this with { AcceptedAt = Sent },
        // That send had no effect; one before it may still have had.
        AnsweredBody.Refused => this with { Sent = SentBefore },
        AnsweredBody.Error => this with { HasFailed = true },
        _ => this,
    };

    /// <summary>Whether it was applied. It is never done again.</summary>
    public bool Applied { get; init; }

    /// <summary>When that became known; null where it was not applied.</summary>
    public DateTimeOffset? AppliedAt { get; internal init; }

    /// <summary>Whether it was this changeset that wrote it; false where the target was so already.</summary>
    public bool Wrote { get; init; }

    internal PastOperation After(OutcomeBody outcome, DateTimeOffset at) => outcome.Outcome switch
    {
        _ when Outcomes.IsDone(outcome.Outcome) => new PastOperation { Applied = true, AppliedAs = outcome.Id, AppliedAt = at, WasSent = WasSent, Wrote = Wrote || outcome.Outcome == Outcomes.Applied },
        // Still open: the next run asks again what became of it.
        Outcomes.Unknown => this,
        // It took effect, though not as asked: that is for a person, and never for a second try.
        Outcomes.Conflict when AcceptedAt is not null => this,
        _ => None with { WasSent = WasSent },
    };
}
