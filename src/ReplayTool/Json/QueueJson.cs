using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DolibarrAgent.ReplayTool;

/// <param name="Unreadable">Files that look like changesets and cannot be read.</param>
internal sealed record QueueJson(string Folder, ImmutableArray<QueuedJson> Changesets, ImmutableArray<ProblemJson> Unreadable);

/// <param name="State"><c>open</c>, <c>waiting</c>, <c>begun</c>, <c>conflict</c>, <c>replayed</c>, <c>rejected</c> or
/// <c>discarded</c>.</param>
internal sealed record QueuedJson(string Id, string Path, string Title, string Sha256, string State)
{
    public required HeadlineJson Headline { get; init; }

    /// <summary>How many of its operations are done on prod, of how many.</summary>
    public required int Applied { get; init; }

    public required int Operations { get; init; }

    /// <summary>What must be on prod before it, and is not; absent where nothing is in its way.</summary>
    public ImmutableArray<NeedJson>? WaitsFor { get; init; }

    /// <summary>Why it was discarded; absent where nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>Who said no, when and why; absent where nobody did.</summary>
    public RejectionJson? Rejected { get; init; }
}

/// <summary>By what a bookkeeper knows it. Members are absent where it enters no invoice, or does not say.</summary>
internal sealed record HeadlineJson
{
    public string? Supplier { get; init; }

    public ImmutableArray<string>? Numbers { get; init; }

    /// <summary><c>YYYY-MM-DD</c>, the first of them.</summary>
    public string? Due { get; init; }

    /// <summary>Together, VAT included.</summary>
    public string? Total { get; init; }

    public string? Currency { get; init; }

    /// <summary>The worst of what looks wrong.</summary>
    public WarningJson? Loudest { get; init; }
}

internal sealed record WarningJson(string Code, string On, string Text);

/// <param name="Changeset">The id of the other one.</param>
/// <param name="By">Its operation that makes, or brings about, what is needed.</param>
/// <param name="For">The operation that needs it.</param>
internal sealed record NeedJson(string Changeset, string Path, string State, string By, string For);

internal sealed record RejectionJson(string At, string By, string Reason);

/// <param name="Code">What confirms all that is to be replayed; null where nothing is.</param>
internal sealed record BatchJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Code, string Sha256, ImmutableArray<MemberJson> Changesets)
{
    /// <summary>What looks like a changeset of the batch and cannot be read.</summary>
    public ImmutableArray<ProblemJson>? Unreadable { get; init; }
}

/// <param name="Standing"><c>to-replay</c>, <c>already-there</c> or <c>left-out</c>.</param>
internal sealed record MemberJson(ChangesetJson Changeset, string Path, string Standing, PlanJson Plan)
{
    /// <summary>What this one came to, as an exit code; absent where it was not begun.</summary>
    public int? Exit { get; init; }

    /// <summary>What became of its operations; absent where it was not begun.</summary>
    public ImmutableArray<DoneJson>? Operations { get; init; }

    /// <summary>Why it is left out, or did not come to its end.</summary>
    public required ImmutableArray<ProblemJson> Problems { get; init; }
}
