using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Whether an invoice is known already, on the target or in a changeset; what both say is told together.</summary>
/// <param name="recorded">The changesets in the folder.</param>
/// <param name="except">The changeset that is being recorded now, by its id; null if there is none.</param>
/// <param name="digest">The digest of the document that brings it: a mail's, where it came in one.</param>
internal sealed class KnownInvoices(RecordedChangesets recorded, string? except, string digest)
{
    /// <summary>Notices of what may be the same; refused where it is known, saying where.</summary>
    public async Task<Result<ImmutableArray<Notice>>> LookAsync(DolibarrReader read, EntryDecision decision, CancellationToken cancel)
    {
        var (facts, gross) = (decision.Facts, decision.Prepared.Fit.Predicted.Gross);
        var (inFolder, onTarget) = (new RecordedDuplicates(recorded, except), new Duplicates(read, recorded));
        var there = decision.Supplier is { } supplier
            ? await onTarget.LookAsync(supplier, KeepableText.Reference(facts.Number!), new DocumentTotal(facts.IssueDate!.Value, gross, decision.Currency), cancel)
            : Result.Ok(ImmutableArray<Notice>.Empty);
        var before = inFolder.Look(facts, decision.Supplier, [digest, .. decision.Prepared.Invoice.Files.Select(f => f.Digest())]);
        return (there, before) switch
        {
            // The target's words name the changeset too.
            (Result<ImmutableArray<Notice>>.Refused refused, { } known) when known.Code == Codes.Duplicate => refused,
            (_, { } found) => Result.Refused<ImmutableArray<Notice>>(found),
            _ => there.Map<ImmutableArray<Notice>>(notices => [.. notices, .. inFolder.Alike(facts, decision.Supplier, gross).Where(one => !onTarget.Seen.Contains(one.Marker)).Select(one => one.Notice)]),
        };
    }

    /// <summary>Why a supplier on the sandbox is not used: a discarded changeset left it there, and no changeset would bring it to prod. Null where there is no such reason.</summary>
    public Problem? LeftBehind(ThirdParty supplier) => recorded.OfMarker(supplier.Marker) is { State: ChangesetState.Discarded } by
        ? new Problem(
            Codes.LeftBehind, "supplier", $"A discarded changeset left this supplier on the sandbox: {ThirdPartyWords.Describe(supplier)}, of {by.Path}.",
            $"Run `agent discard {by.Path}` again, which takes it out, then this.")
        : null;
}
