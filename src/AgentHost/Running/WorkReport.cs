using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Operations;
using DolibarrAgent.Recording;

namespace DolibarrAgent.AgentHost;

/// <summary>What came of a session, from what was recorded and refused; never from what the model says of it.</summary>
internal sealed record WorkReport
{
    /// <summary>Finished and discarded ones, in order, and last the one that is still open.</summary>
    public required ImmutableArray<ReportedChangeset> Changesets { get; init; }

    /// <summary>What was not done, each with why and with what to do now.</summary>
    public required ImmutableArray<Problem> NotDone { get; init; }

    public required int ExitCode { get; init; }

    public static WorkReport Of(Skill skill, WorkEnd end)
    {
        var changesets = skill.Changeset.Ended.Select(e => new ReportedChangeset(e.Changeset, e.Path)).ToImmutableArray();
        ImmutableArray<Problem> open = [];
        if (skill.Changeset is { Path: { } path, Current: { } current })
        {
            changesets = changesets.Add(new(current, path));
            open = [new Problem(Codes.ChangesetOpen, path, "The changeset is still open: it cannot be replayed.", $"Take back what is in it with `agent discard {path}`, and begin again.")];
        }
        var finished = changesets.Any(c => c.Changeset.State == ChangesetState.Finished);
        ImmutableArray<Problem> gone = [.. changesets.Where(c => !finished && c.Changeset.State == ChangesetState.Discarded)
            .Select(c => new Problem(Codes.Discarded, c.Path, "What was done was taken back again."))];
        ImmutableArray<Problem> missed = [.. NotEntered(skill, end.Refusals)];
        ImmutableArray<Problem> ended = [.. new[] { end.Turn.Failure, end.Reached }.OfType<Problem>()];
        ended = [.. ended, .. open, .. skill.Changeset.Ended.SelectMany(e => e.LeftBehind)];
        return new WorkReport
        {
            Changesets = changesets,
            NotDone = [.. ended, .. gone, .. end.Refusals.Standing, .. changesets.Where(c => c.Changeset.State != ChangesetState.Discarded).SelectMany(Drafts), .. missed],
            ExitCode = CodeOf(end, changesets, [.. open, .. gone, .. finished ? [] : missed, .. end.Refusals.Standing.Where(p => !p.Place.StartsWith("validate", StringComparison.Ordinal))]),
        };
    }

    /// <summary>A draft that was left is an end as a finished one is; so is a validation that a rule refused.</summary>
    private static int CodeOf(WorkEnd end, ImmutableArray<ReportedChangeset> changesets, ImmutableArray<Problem> left)
    {
        var silent = end.Turn.Failure?.Code == Codes.ModelEmpty && changesets is [.., { Changeset.State: ChangesetState.Finished }];
        return end.Turn.Failure is not null && !silent ? AgentHost.ExitCode.Failed
            : end.Reached is not null ? AgentHost.ExitCode.Refused
            : left.IsEmpty ? AgentHost.ExitCode.Done : AgentHost.ExitCode.Of(left);
    }

    private static IEnumerable<Problem> Drafts(ReportedChangeset reported) => reported.Changeset.Operations
        .Where(made => made is Operation.Create && made.Resource == SupplierInvoiceOperations.Instance.Name
            && !reported.Changeset.Operations.Any(o => o is Operation.Validate && o.DoneTo is Reference.Created of && of.Operation == made.Id))
        .Select(made => new Problem(Codes.DraftLeft, made.Id, $"Invoice '{made.Asked.TextOf("supplierReference")}' is a draft."));

    private static IEnumerable<Problem> NotEntered(Skill skill, Refusals refusals) => skill.Documents.All
        .SelectMany(d => d.Invoices).Where(i => !refusals.Entered.Contains(i.Handle) && !refusals.Standing.Any(p => p.Place.EndsWith($" {i.Handle}", StringComparison.Ordinal)))
        .Select(i => new Problem(Codes.NotEntered, i.Handle, $"The structured invoice '{i.Invoice.Facts.Number}' was not entered."));
}

/// <summary>A changeset and its file <c>changeset.json</c>.</summary>
internal sealed record ReportedChangeset(Changeset Changeset, string Path);
