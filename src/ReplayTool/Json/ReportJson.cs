using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DolibarrAgent.ReplayTool;

/// <summary>What <c>--json</c> prints: a stable document. Members are absent where they do not apply.</summary>
internal sealed record ReportJson
{
    public ChangesetJson? Changeset { get; init; }

    /// <summary>Whose recording the changeset is, by its signature.</summary>
    public RecorderJson? Recorder { get; init; }

    public TargetJson? Target { get; init; }

    public PlanJson? Plan { get; init; }

    public ImmutableArray<DoneJson>? Operations { get; init; }

    public ImmutableArray<ProblemJson>? Problems { get; init; }

    public ImmutableArray<string>? Notes { get; init; }

    public ImmutableArray<ProblemJson>? Differences { get; init; }

    public ImmutableArray<EntryJson>? Entries { get; init; }

    public ChainJson? Chain { get; init; }

    public StatedJson? Statement { get; init; }

    public RevertJson? Revert { get; init; }

    /// <summary>What was enrolled, or looked at to be.</summary>
    public ImmutableArray<EnrolledJson>? Targets { get; init; }

    /// <summary>What would make what was enrolled a better proof.</summary>
    public string? Advice { get; init; }

    /// <summary>The changesets of a folder, in replay order.</summary>
    public QueueJson? Queue { get; init; }

    /// <summary>Several changesets with one code.</summary>
    public BatchJson? Batch { get; init; }

    /// <summary>The files that a review was written to.</summary>
    public ImmutableArray<string>? Written { get; init; }

    public required int Exit { get; init; }
}

internal sealed record ChangesetJson(string Id, string Title, string Sha256);

/// <param name="State"><c>signed</c>, <c>unknown-key</c>, <c>not-signed</c> or <c>refused</c>.</param>
internal sealed record RecorderJson(string State)
{
    /// <summary>The recorder's, as the list of recorders has it; only where it is known.</summary>
    public string? Name { get; init; }

    /// <summary>The fingerprint of the key that signed it; absent where none did.</summary>
    public string? Key { get; init; }
}

internal sealed record TargetJson(string Instance, string Origin, string Dolibarr)
{
    /// <summary>SHA-256 of what was written down about it; absent where it is not enrolled.</summary>
    public string? Enrolled { get; init; }
}

/// <summary>An instance as <c>replay enroll</c> found it.</summary>
/// <param name="State"><c>enrolled</c>, <c>enrolled-again</c>, <c>as-enrolled</c> or <c>refused</c>.</param>
internal sealed record EnrolledJson(string Instance, string State, ImmutableArray<IdentityFactJson> Facts, ImmutableArray<string> Notes);

/// <param name="Before">What was enrolled before, where it was another.</param>
internal sealed record IdentityFactJson(string What, string Value, string? Before);

/// <param name="Code">Null where the plan has problems: there is nothing to confirm.</param>
internal sealed record PlanJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Code,
    string Sha256,
    ImmutableArray<PlannedJson> Operations,
    ImmutableArray<ProblemJson> Problems)
{
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>What looks wrong once one sees the target; absent where nothing does.</summary>
    public ImmutableArray<RiskJson>? Risks { get; init; }

    /// <summary>The signatures that the policy asks for; absent where the code is enough.</summary>
    public ImmutableArray<SignaturesJson>? Signatures { get; init; }

    /// <summary>The operations that were selected, with those that they need; absent where it is the whole changeset.</summary>
    public ImmutableArray<string>? Only { get; init; }
}

internal sealed record PlannedJson(string Id, string Do, string Resource, string Outcome)
{
    public string? Link { get; init; }
}

internal sealed record DoneJson(string Id, string Outcome, string? Link, ImmutableArray<ProblemJson> Problems)
{
    /// <summary>The assumption on which it rests that it is there only once; absent where it rests on none.</summary>
    public string? Assumed { get; init; }
}

/// <param name="Code">Stable, in kebab-case.</param>
internal sealed record ProblemJson(string Code, string Place, string Message, string Remedy)
{
    /// <summary><c>conflict</c>, <c>refused</c> or <c>error</c>; in a plan only.</summary>
    public string? Gate { get; init; }
}

/// <param name="At">UTC.</param>
/// <param name="Body">The entry's own JSON, as it is in the ledger; a string where it is not JSON.</param>
internal sealed record EntryJson(long Number, string At, string Target, string Operation)
{
    public required string Kind { get; init; }

    public required JsonElement Body { get; init; }

    public required string Hash { get; init; }
}

/// <summary>A statement that was written, for others to sign.</summary>
/// <param name="NotAfter">UTC.</param>
internal sealed record StatedJson(string Path, string NotAfter);

internal sealed record RiskJson(string Code, string Operation, string Text);

/// <param name="Signers">How many different people.</param>
/// <param name="Of">Out of these; of all who may sign where it is empty.</param>
/// <param name="Because">The risks that ask for them.</param>
internal sealed record SignaturesJson(int Signers, ImmutableArray<string> Of, ImmutableArray<string> Because);

/// <summary>The changeset that was made to take another back.</summary>
/// <param name="Path">Its changeset.json.</param>
/// <param name="Next">The commands that a person types now, in order.</param>
internal sealed record RevertJson(ChangesetJson Changeset, string Path, ImmutableArray<RevertedJson> Operations, ImmutableArray<string> Next);

internal sealed record RevertedJson(string Id, string Do, string Resource);

internal sealed record ChainJson(bool Holds)
{
    /// <summary>The number of the first entry that is not as it was written.</summary>
    public long? FirstBroken { get; init; }

    /// <summary><c>changed</c>, <c>removed</c>, <c>added</c> or <c>head-removed</c>.</summary>
    public string? Fault { get; init; }

    public string? Message { get; init; }

    /// <summary>How many entries hold, from the first; only where the whole ledger was checked.</summary>
    public long? Checked { get; init; }

    /// <summary>The hash of the last of them.</summary>
    public string? LastHash { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ReportJson))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
