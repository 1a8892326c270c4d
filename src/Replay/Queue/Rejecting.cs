using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>A person's no to a changeset, or that it is taken back.</summary>
/// <param name="Loaded">The changeset.</param>
/// <param name="Reason">Why; the ledger keeps it.</param>
/// <param name="TakesBack">Whether an earlier no is taken back.</param>
public sealed record RejectOrder(LoadedChangeset Loaded, string Reason, bool TakesBack);

/// <summary>What came of it. Closed.</summary>
public abstract record RejectResult
{
    private RejectResult() { }

    public sealed record Done(RejectOrder Order) : RejectResult;

    public sealed record Refused(ImmutableArray<Problem> Problems) : RejectResult;
}

/// <summary>Writes a person's no into the ledger: what was rejected is not planned, and not replayed. Touches no Dolibarr.</summary>
public static class Rejecting
{
    /// <summary>Rejects a changeset, or takes that back. Refused where it would change nothing, or all of it is on prod.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    /// <param name="order">Which of both, of what, and why.</param>
    /// <param name="options">Whose word it is, and the clock.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or its chain is broken.</exception>
    public static async Task<RejectResult> RejectAsync(
        IReadOnlyDictionary<string, string?> variables, RejectOrder order, SessionOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(options);
        var read = ProgramSettings.Read(variables, SettingsNeeds.FoldersOnly);
        if (read is not Checked<ProgramSettings>.Valid { Value: var settings })
        {
            return new RejectResult.Refused(read.AllProblems);
        }
        var (loaded, changeset, target) = (order.Loaded, order.Loaded.Changeset, settings.ProdInstance.Name);
        await using var ledger =
            await Ledger.ToAppendAsync(settings.Ledger, LastSeen.Of(settings.StateFolder, settings.Ledger), options.Clock, cancel);
        var by = string.Create(CultureInfo.InvariantCulture, $"{options.By} (process {Environment.ProcessId})");
        var hold = await ledger.HoldAsync(changeset.Id, target, by, cancel);
        if (hold is not Hold.Mine { Right: var right })
        {
            return new RejectResult.Refused([((Hold.Theirs)hold).ProblemOf(changeset.Id, target)]);
        }
        await using var held = right;
        var onDisk = new ChangesetOnDisk(loaded.Folder, changeset, loaded.Digest);
        var queued = QueuedChangeset.Of(onDisk, Past.Read(await ledger.OfAsync(changeset.Id, cancel), target));
        if (ProblemOf(queued, order, target) is { } problem)
        {
            return new RejectResult.Refused([problem]);
        }
        var body = new RejectedBody(loaded.Digest.Hex, options.By, order.Reason);
        var kind = order.TakesBack ? EntryKind.WantedAgain : EntryKind.Rejected;
        await ledger.AppendAsync(
            [new NewEntry(changeset.Id, target, "", kind, JsonSerializer.Serialize(body, EntryJson.Default.RejectedBody))], cancel);
        return new RejectResult.Done(order);
    }

    /// <summary>That a changeset was rejected, for a plan of it.</summary>
    internal static IEnumerable<Problem> ProblemsOf(Changeset changeset, Past past)
    {
        if (past.Rejection is { } no)
        {
            yield return new Problem(Codes.ChangesetRejected, changeset.Id,
                $"It was rejected on {Moments.Shown(no.At)} by {no.By}: {no.Reason}");
        }
    }

    private static Problem? ProblemOf(QueuedChangeset queued, RejectOrder order, string target) => (queued.State, order.TakesBack) switch
    {
        (QueueState.Replayed, _) => new Problem(Codes.AlreadyReplayed, queued.Changeset.Id, $"All of it is on {target}."),
        (QueueState.Discarded, _) => new Problem(Codes.ChangesetDiscarded, queued.Changeset.Id, "The changeset was discarded."),
        (QueueState.Rejected, false) => new Problem(Codes.ChangesetRejected, queued.Changeset.Id,
            $"It is rejected already, by {queued.Past.Rejection!.By}: {queued.Past.Rejection.Reason}"),
        (not QueueState.Rejected, true) => new Problem(Codes.NotRejected, queued.Changeset.Id, "Nobody has rejected it."),
        _ => null,
    };
}
