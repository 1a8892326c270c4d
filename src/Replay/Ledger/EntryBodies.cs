using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DolibarrAgent.Replay;

/// <summary>A plan as it was shown, and the code that confirms it and no other.</summary>
/// <param name="PlanSha256">The whole digest of the plan.</param>
/// <param name="By">The user and the machine that it was shown to.</param>
public sealed record ShownBody(string PlanSha256, string Code, string By)
{
    /// <summary>
    /// SHA-256 of the batch that it was shown in: the code confirms that batch, and not this plan alone. Absent where it
    /// was shown alone.
    /// </summary>
    public string? Batch { get; init; }
}

/// <summary>A plan as it was confirmed: by whom, and enough to know, on a resume, whether anything has moved since.</summary>
/// <param name="Code">The plan's name (<see cref="Plan.Name"/>), which once was also what confirmed it.</param>
/// <param name="By">The user and the machine.</param>
public sealed record ConfirmedBody(string ChangesetSha256, string PlanSha256, string Code, string Identity, string By, ImmutableArray<ConfirmedOperation> Operations)
{
    /// <summary>What was enrolled about the target, as <see cref="TargetIdentity.Enrolled"/>; absent where it was not enrolled.</summary>
    public string? Enrolled { get; init; }

    /// <summary>Whose recording the changeset was, as <see cref="Review.RecorderSignature.Identity"/>; absent where nobody signed it.</summary>
    public string? Recorder { get; init; }

    /// <summary>SHA-256 of the batch that was confirmed with it; absent where it was confirmed alone.</summary>
    public string? Batch { get; init; }

    /// <summary>SHA-256 of the statement that was signed; null where it was confirmed by the code.</summary>
    public string? Statement { get; init; }

    /// <summary>Those who signed it, each with the fingerprint of the key: <c>alice@example.org (SHA256:…)</c>.</summary>
    public ImmutableArray<string>? Signers { get; init; }

    /// <summary>The operations that were applied before, and that the target had lost: they are done again. Absent if there are none.</summary>
    public ImmutableArray<string>? Again { get; init; }
}

/// <param name="Seen">SHA-256 over all that was observed for it.</param>
public sealed record ConfirmedOperation(string Id, string Outcome, string Seen);

/// <param name="Marker">What the object will carry, so that it can be found.</param>
/// <param name="Try">From 1.</param>
public sealed record IntentBody(string Marker, int Try);

/// <param name="Answer"><c>accepted</c>, <c>refused</c>, <c>no-answer</c>, <c>error</c>.</param>
/// <param name="Id">The object's id on the target, where the answer has one.</param>
/// <param name="Message">What was said, in words.</param>
public sealed record AnsweredBody(string Answer, long? Id, string Message)
{
    public const string Accepted = "accepted";
    public const string Refused = "refused";
    public const string NoAnswer = "no-answer";

    /// <summary>The server failed at it: a part may have been done.</summary>
    public const string Error = "error";
}

/// <param name="Outcome">One of the words of <see cref="Outcomes"/>.</param>
/// <param name="Id">The object's id on the target.</param>
/// <param name="Messages">Why, where it is neither applied nor already applied.</param>
public sealed record OutcomeBody(string Outcome, long? Id, ImmutableArray<string> Messages);

/// <param name="Outcomes">How many operations came to which outcome: <c>applied 4</c>.</param>
public sealed record FinishedBody(ImmutableArray<string> Outcomes);

/// <summary>A person's no to a changeset, or that it is taken back.</summary>
/// <param name="ChangesetSha256">The changeset as it was then.</param>
/// <param name="By">The user and the machine.</param>
/// <param name="Reason">Why, in that person's words.</param>
public sealed record RejectedBody(string ChangesetSha256, string By, string Reason);

/// <summary>The files that the gate has. A plan is not made without one of them, unless a person accepted that.</summary>
/// <param name="Files">Their names.</param>
/// <param name="Reason">Why a person accepted them as they are; null where they were only found.</param>
public sealed record GateBody(ImmutableArray<string> Files, string By, string? Reason);

/// <summary>A person's word that the ledger is right as it is.</summary>
public sealed record AcceptedBody(string By, string Reason);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShownBody))]
[JsonSerializable(typeof(ConfirmedBody))]
[JsonSerializable(typeof(IntentBody))]
[JsonSerializable(typeof(AnsweredBody))]
[JsonSerializable(typeof(OutcomeBody))]
[JsonSerializable(typeof(FinishedBody))]
[JsonSerializable(typeof(RejectedBody))]
[JsonSerializable(typeof(GateBody))]
[JsonSerializable(typeof(AcceptedBody))]
internal sealed partial class EntryJson : JsonSerializerContext;
