using System.Collections.Immutable;

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

    /// <summary>That a person said no to it, and has not taken that back; null where nobody did.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>What the last replay came to, <c>applied 4</c>; none where there was none, or where it did not come to its end.</summary>
    public ImmutableArray<string> Ended { get; init; } = [];

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
        return Shown.FirstOrDefault(one => one.Batch is null && one.PlanSha256 == digest)?.Code;
    }

    public PastOperation Of(string operation) => Operations.GetValueOrDefault(operation, PastOperation.None);

    public static Past Read(IEnumerable<LedgerEntry> entries, string target)
    {
        var reading = new PastReading();
        foreach (var entry in entries.Where(entry => entry.Content.Target == target))
        {
            reading.Add(entry);
        }
        return reading.Past;
    }

    /// <summary>The same without what was applied: on a target that may have been reset since.</summary>
    internal Past WithoutApplied() => this with { Operations = Operations.ToImmutableSortedDictionary(o => o.Key, o => o.Value with { Applied = false, AppliedAs = null, AppliedAt = null, AcceptedAt = null }, StringComparer.Ordinal) };
}

/// <summary>A person's no to a changeset.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">The user and the machine.</param>
/// <param name="Reason">Why, in that person's words.</param>
public sealed record Rejection(DateTimeOffset At, string By, string Reason);

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
