using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>
/// The trace of another ledger. What a replay makes bears the changeset's marker on the target; where it is there and the
/// ledger never heard of it being sent, somebody replays the same changeset with another ledger, or the ledger was lost.
/// </summary>
public static class OtherLedger
{
    /// <summary>Whether what stands there is that trace.</summary>
    /// <param name="neverSent">Whether the ledger knows nothing of the operation being sent.</param>
    public static bool IsTrace(Operation operation, Standing standing, bool neverSent) =>
        neverSent && standing is Standing.Done && OperationKind.Of(operation) is { LeavesMarker: true };

    public static Problem ProblemOf(Operation operation, string target) => new(
        Codes.OtherLedger, operation.Id, $"{target} already holds what this makes, with the marker of this changeset, but this ledger does not know that it was ever sent: it was replayed with another ledger, or this ledger was lost or restored from a backup.",
        "Nothing is written. Find the ledger it was replayed with, and name that in DOLIBARR_LEDGER. Only where that ledger is lost, and nobody else replays this changeset: `replay --again-after-restore` plans what is missing.");
}
