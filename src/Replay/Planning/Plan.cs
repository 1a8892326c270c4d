using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>
/// What a replay would do on one target, made without writing to it. Plain data. Its digest covers the changeset's bytes,
/// the target, and every value that was observed and relied on, and nothing that changes by itself: the same situation
/// gives the same digest.
/// </summary>
public sealed record Plan
{
    public required LoadedChangeset Loaded { get; init; }

    public required TargetIdentity Target { get; init; }

    /// <summary>Whose recording the changeset is, by its signature.</summary>
    public RecorderSignature Recorder { get; init; } = new RecorderSignature.Absent();

    /// <summary>SHA-256 of what was written down about the sandbox when it was enrolled, as for the target; empty where it was not enrolled or is itself the target.</summary>
    public string SandboxEnrolled { get; init; } = "";

    /// <summary>That an instance which it looked at is not enrolled, for a person to know; empty where all are.</summary>
    public string NotEnrolled { get; init; } = "";

    /// <summary>What of the changeset is to be replayed.</summary>
    public Selection Selection { get; init; } = Selection.All;

    /// <summary>The operations that the selection takes, in recorded order.</summary>
    public ImmutableArray<Operation> Selected => Selection.Of(Loaded.Changeset);

    /// <summary>One for each selected operation, in recorded order; none where the plan did not come that far.</summary>
    public ImmutableArray<PlannedOperation> Operations { get; init; } = [];

    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>What a person should know, and what stops nothing: what has changed since, on either side.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The notes, and before them that an instance is not enrolled.</summary>
    public ImmutableArray<string> AllNotes => NotEnrolled.Length == 0 ? Notes : [NotEnrolled, .. Notes];

    /// <summary>What looks wrong once one sees the target, and what no changeset shows by itself.</summary>
    public ImmutableArray<PlannedRisk> Risks { get; init; } = [];

    /// <summary>What was checked again: the documents, and what the sandbox holds.</summary>
    public Checks Checks { get; init; } = Checks.None;

    /// <summary>The policy that it was judged by.</summary>
    public Policy Policy { get; init; } = Policy.BuiltIn;

    /// <summary>The rules of the policy that ask for signatures on it; none where the typed code is enough.</summary>
    public ImmutableArray<SignatureNeed> Needs { get; init; } = [];

    public Digest Digest => PlanDigest.Of(this);

    /// <summary>What people call it: the first 8 characters of the digest. Another plan may have the same; it confirms nothing.</summary>
    public string Name => Digest.Hex[..8];

    /// <summary>What a person types to confirm it (<see cref="PlanCode"/>); empty where it was not shown to be confirmed so.</summary>
    public string Code { get; init; } = "";

    public bool HasNothingToDo => Problems.IsEmpty && Operations.All(o => Outcomes.IsDone(o.Outcome));

    /// <summary>The review of its changeset, with what was found while it was planned.</summary>
    public ReviewPage ReviewIn(Language language) => ReviewPage.Checked(Loaded.Changeset, language, Checks) with { Recorder = Recorder };

    /// <summary>The page of an operation's object on the target; null where it is not there.</summary>
    public Uri? LinkOf(PlannedOperation planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        return planned.Id is { } id && !(planned.Operation is Operation.Delete && Outcomes.IsDone(planned.Outcome)) && Catalogue.Named(planned.Operation.Resource) is { } resource ? new Uri($"{Target.Root.AbsoluteUri.TrimEnd('/')}/{resource.PageOf(id)}") : null;
    }

    public ExitCode ExitCode => Problems.IsEmpty ? HasNothingToDo ? ExitCode.Done : ExitCode.Waits : ExitCodes.Of(Problems);
}

/// <summary>The instance that a plan is for.</summary>
/// <param name="Instance">Its name: <c>erp</c>.</param>
/// <param name="Origin">Scheme, host and port: <c>https://erp.arcodange.lab:443</c>.</param>
/// <param name="Root">Its root URL, to which links are added.</param>
/// <param name="Dolibarr">The version that it says it is.</param>
public sealed record TargetIdentity(string Instance, string Origin, Uri Root, string Dolibarr)
{
    /// <summary>SHA-256 of what was written down about it when it was enrolled, in hexadecimal, and found to be still so; empty where it was not enrolled.</summary>
    public string Enrolled { get; init; } = "";
}

/// <summary>One operation in a plan.</summary>
/// <param name="Outcome">One of the words of <see cref="Outcomes"/>.</param>
/// <param name="Seen">Every value that it relies on.</param>
/// <param name="Waits">Whether it relies on an object that this changeset has yet to make, so that nothing else could be looked at.</param>
/// <param name="Id">The object on the target, where it is there.</param>
public sealed record PlannedOperation(Operation Operation, string Outcome, ImmutableArray<Observed> Seen, bool Waits, long? Id)
{
    /// <summary>Whether it was applied before, and is to be done again because the target has lost it.</summary>
    public bool IsAgain { get; init; }
}

/// <summary>Something that looks wrong with a plan. A policy may ask for a signature because of it; it stops nothing by itself.</summary>
/// <param name="Code">Of <see cref="Review.RiskCodes"/>.</param>
/// <param name="Operation">The operation concerned; empty where it is the whole.</param>
/// <param name="Text">What was seen, in words; it may hold words from outside.</param>
public sealed record PlannedRisk(string Code, string Operation, VisibleText Text);
