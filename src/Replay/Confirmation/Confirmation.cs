using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>A person's word on one plan: its code, which only those know to whom this very plan was shown.</summary>
public static class Confirmation
{
    /// <summary>
    /// The confirmed plan, or why this code does not confirm it. The plan was made just now on the live target: a code
    /// that fits it fits what is there. A code that fits a plan confirmed before, which was then cut short, confirms the
    /// rest of it, as long as nothing that the rest relies on has moved.
    /// </summary>
    /// <param name="writing">The target with the key that writes.</param>
    public static ConfirmResult Confirm(Plan plan, string code, Past past, WriteAccess writing)
    {
        if (!plan.Problems.IsEmpty)
        {
            throw new ArgumentException("A plan with problems is not confirmed.", nameof(plan));
        }
        if (!plan.Needs.IsEmpty)
        {
            return new ConfirmResult.Refused([.. plan.Needs.Select(need => NotByCode(plan, need))]);
        }
        return NotByCode(plan, code, past) is { } refusal
            ? new ConfirmResult.Refused([refusal])
            : new ConfirmResult.Confirmed(new ConfirmedPlan(plan, new Grant(writing.Endpoint, writing.Connection)));
    }

    /// <summary>The confirmed plan, where the signatures under a statement of it are those that the policy asks for. They replace the code.</summary>
    /// <param name="signed">The word, as it was checked.</param>
    internal static ConfirmResult BySignature(Plan plan, CheckedWord signed, WriteAccess writing) =>
        signed is { Signed: { } word, Problems.IsEmpty: true } && plan.Problems.IsEmpty
            ? new ConfirmResult.Confirmed(new ConfirmedPlan(plan, new Grant(writing.Endpoint, writing.Connection)) { Signed = word })
            : new ConfirmResult.Refused(signed.Problems);

    /// <summary>That a typed code is not enough for a plan, by one rule of the policy.</summary>
    public static Problem NotByCode(Plan plan, SignatureNeed need)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(need);
        return new Problem(Codes.SignaturesMissing, "--signature", $"The typed code is not enough for this plan: it takes {need}.", "Write its statement with `replay plan CHANGESET --statement FILE`, have that signed, and give each signature with --signature.");
    }

    /// <summary>
    /// The confirmed plan of one changeset of a batch, made again just before it is written. Since the batch was confirmed only
    /// one thing may have changed: what an earlier one was to make is there now.
    /// </summary>
    /// <param name="plan">As it is now.</param>
    /// <param name="confirmed">As it was confirmed.</param>
    /// <param name="batch">The batch.</param>
    internal static ConfirmResult InBatch(Plan plan, Plan confirmed, Digest batch, WriteAccess writing)
    {
        if (!plan.Needs.IsEmpty)
        {
            return new ConfirmResult.Refused([.. plan.Needs.Select(need => NotByCode(plan, need))]);
        }
        var operations = confirmed.Operations.ToDictionary(o => o.Operation.Id, AsConfirmed, StringComparer.Ordinal);
        var moved = plan.Operations.FirstOrDefault(now => now.Outcome == Outcomes.ToApply
            && !Covers(operations.GetValueOrDefault(now.Operation.Id), now));
        if (moved is not null)
        {
            return Moved($"{plan.Target.Instance} has changed for {moved.Operation.Id}");
        }
        if (plan.Operations.FirstOrDefault(now => now.Outcome == Outcomes.ToApply && !IsToWhatWasMade(now, confirmed)) is { } strayed)
        {
            return Moved(
                $"{strayed.Operation.Id} would go to an object on {plan.Target.Instance} that is not the one that the batch has made");
        }
        var risk = plan.Risks.FirstOrDefault(now => !confirmed.Risks.Any(then => then.Code == now.Code && then.Operation == now.Operation));
        return risk is not null
            ? Moved($"something was found that the plan did not show ({risk.Code})")
            : new ConfirmResult.Confirmed(new ConfirmedPlan(plan, new Grant(writing.Endpoint, writing.Connection)) { Batch = batch });

        ConfirmResult.Refused Moved(string what) =>
            new([new Problem(Codes.StaleCode, "--code", $"Since the batch was confirmed, {what}.")]);
    }

    /// <summary>Whether what an earlier changeset was to make is what the operation goes to, and not something of the same keys.</summary>
    private static bool IsToWhatWasMade(PlannedOperation now, Plan confirmed) => confirmed.Operations
        .Where(then => then.Operation.Id == now.Operation.Id).SelectMany(then => then.Seen).Where(seen => seen.IsMadeElsewhere)
        .All(then => now.Waits || now.Seen.Any(seen => seen.Value == then.Value));

    /// <summary>An operation of a plan as the ledger keeps it, once the plan is confirmed.</summary>
    internal static ConfirmedOperation AsConfirmed(PlannedOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return new ConfirmedOperation(operation.Operation.Id, operation.Outcome, operation.Waits ? "" : PlanDigest.SeenBy(operation).Hex);
    }

    /// <summary>Whether this is the code under which a batch was shown, and no other.</summary>
    /// <param name="plan">The batch as it is now.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="pasts">What the ledger knows of each changeset, by its id.</param>
    internal static Problem? NotByCode(BatchPlan plan, string code, IReadOnlyDictionary<string, Past> pasts)
    {
        var batch = plan.Digest.Hex;
        return plan.ToDo.All(member => pasts[member.Loaded.Changeset.Id].Shown.Any(shown =>
            shown.Batch == batch && shown.PlanSha256 == member.Plan.Digest.Hex && Same(code, shown.Code)))
            ? null
            : new Problem(Codes.WrongCode, "--code", $"'{code}' is not the code of these plans as they are now.");
    }

    /// <summary>Leave to do a plan on a sandbox: no person is asked, for nothing there is real.</summary>
    internal static ConfirmResult ForRehearsal(Plan plan, WriteAccess sandbox) => sandbox.Endpoint.Instance.IsProd
        ? throw new ArgumentException("Prod is never rehearsed on.", nameof(sandbox))
        : new ConfirmResult.Confirmed(new ConfirmedPlan(plan, new Grant(sandbox.Endpoint, sandbox.Connection)));

    /// <summary>What has changed since a person saw a plan; null where what they saw still covers all that would be done.</summary>
    /// <param name="plan">The plan as it is now.</param>
    /// <param name="seen">The whole digest of the plan that they saw.</param>
    internal static Problem? Moved(Plan plan, string seen, Past past)
    {
        if (seen == plan.Digest.Hex)
        {
            return null;
        }
        var notSigned = new RecorderSignature.Absent().Identity;
        var earlier = past.Confirmed.LastOrDefault(c => c.PlanSha256 == seen && c.ChangesetSha256 == plan.Loaded.Digest.Hex && c.Identity == plan.Target.Origin && (c.Enrolled ?? "") == plan.Target.Enrolled && (c.Recorder ?? notSigned) == plan.Recorder.Identity);
        if (earlier is null)
        {
            return new Problem(Codes.WrongCode, "--code", $"{plan.Target.Instance} or the changeset has changed since the plan with this code was shown.");
        }
        var confirmed = earlier.Operations.DistinctBy(o => o.Id).ToDictionary(o => o.Id, StringComparer.Ordinal);
        var moved = plan.Operations.FirstOrDefault(now => now.Outcome == Outcomes.ToApply && !Covers(confirmed.GetValueOrDefault(now.Operation.Id), now));
        return moved is null ? null : new Problem(Codes.StaleCode, "--code", $"The replay of the plan {earlier.Code} was cut short, and since then {plan.Target.Instance} has changed for {moved.Operation.Id}.");
    }

    private static Problem? NotByCode(Plan plan, string code, Past past) =>
        past.Shown.LastOrDefault(one => one.Batch is null && Same(code, one.Code)) is { } shown
        ? Moved(plan, shown.PlanSha256, past)
        : new Problem(Codes.WrongCode, "--code", $"'{code}' is not the code of a plan of this changeset that was shown here.");

    /// <summary>Whether what was confirmed covers an operation that is still to be done. One that waited for an object of our own relied on nothing else.</summary>
    private static bool Covers(ConfirmedOperation? confirmed, PlannedOperation now) =>
        confirmed is { Outcome: Outcomes.ToApply } then
        && (then.Seen.Length == 0 || (!now.Waits && then.Seen == PlanDigest.SeenBy(now).Hex));

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one.Trim()), Encoding.UTF8.GetBytes(other));
}

/// <summary>What came of a code. Closed.</summary>
public abstract record ConfirmResult
{
    private ConfirmResult() { }

    public sealed record Confirmed(ConfirmedPlan Plan) : ConfirmResult;

    /// <param name="Problems">All that is in the way; never empty.</param>
    public sealed record Refused(ImmutableArray<Problem> Problems) : ConfirmResult;
}

/// <summary>A target with the connection that writes to it.</summary>
public sealed record WriteAccess(Endpoint Endpoint, Connection Connection);
