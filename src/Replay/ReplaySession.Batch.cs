using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <remarks>Several changesets at once: one plan, one code, and each still its own in the ledger.</remarks>
public sealed partial class ReplaySession
{
    /// <summary>
    /// The plans of several changesets as things stand on the target. Nothing is written to the target. Where some can be
    /// confirmed, the code that confirms them is remembered in the ledger.
    /// </summary>
    /// <param name="inOrder">Each behind those that it needs.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<BatchPlan> PlanAllAsync(ImmutableArray<LoadedChangeset> inOrder, CancellationToken cancel)
    {
        var (plan, pasts) = await BatchAsync(inOrder, cancel);
        if (!plan.ToDo.Any())
        {
            return plan;
        }
        var batch = plan.Digest.Hex;
        var known = pasts[plan.ToDo.First().Loaded.Changeset.Id].Shown.LastOrDefault(shown => shown.Batch == batch)?.Code;
        if (known is not null && Confirmation.NotByCode(plan, known, pasts) is null)
        {
            return plan with { Code = known };
        }
        var code = PlanCode.Draw();
        await using var ledger = await Ledger.ToAppendAsync(settings.Ledger, Seen, options.Clock, cancel);
        await ledger.AppendAsync(gate.ToRemember(pasts.Values.First(), target.Name, options.By), cancel);
        // All or none: a code that some of them do not know confirms nothing.
        await ledger.AppendAsync(
            [.. plan.ToDo.Select(member =>
                LedgerJournal.Shown(member.Plan, new ShownBody(member.Plan.Digest.Hex, code, options.By) { Batch = batch }))], cancel);
        return plan with { Code = code };
    }

    /// <summary>
    /// Makes the plans again on the live target and, where the code is theirs, carries them out one after the other. Each is
    /// made again just before it is written. What goes wrong with one stops those that need it, and no other.
    /// </summary>
    /// <param name="inOrder">Each behind those that it needs.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="cancel">Stops it; what has begun goes to its end.</param>
    public async Task<BatchReplay> ConfirmAllAsync(ImmutableArray<LoadedChangeset> inOrder, string code, CancellationToken cancel)
    {
        if (Purpose != Purpose.Confirm)
        {
            throw new InvalidOperationException("This session was opened to look, not to confirm.");
        }
        var (plan, pasts) = await BatchAsync(inOrder, cancel);
        if (plan.ToDo.Any() && Confirmation.NotByCode(plan, code, pasts) is { } refusal)
        {
            return new BatchReplay(plan, [refusal], []);
        }
        plan = plan with { Code = code.Trim() };
        var (earlier, batch, ended) = (EarlierMembers.AtFirst, plan.Digest, ImmutableArray.CreateBuilder<EndedMember>());
        var toDo = plan.ToDo.ToList();
        foreach (var member in toDo)
        {
            cancel.ThrowIfCancellationRequested();
            options.Progress.Beginning(member.Loaded, ended.Count + 1, toDo.Count);
            // Each would wait for the target in vain, one after the other.
            var came = ended is [.., { IsTargetAway: true }] ? Away(member) : await HoldingAsync(
                new Wanted(member.Loaded) { Earlier = earlier },
                (now, _) => Task.FromResult(Confirmation.InBatch(now, member.Plan, batch, ToProd)), cancel);
            ended.Add(new EndedMember(member, came) { IsTargetAway = IsAway(came) });
            earlier = earlier.Past(member.Loaded.Changeset, came is ConfirmedReplay.Done done ? done.Replayed.Operations : []);
        }
        return new BatchReplay(plan, [], ended.ToImmutable());
    }

    /// <summary>Whether the target answered nothing that was asked or sent.</summary>
    private static bool IsAway(ConfirmedReplay came) => came switch
    {
        ConfirmedReplay.Done { Replayed.Operations: var operations } => operations.Any(one => !Outcomes.IsDone(one.Outcome))
            && operations.All(one => one.Outcome is Outcomes.NotReached or Outcomes.Unknown or Outcomes.AlreadyApplied),
        ConfirmedReplay.Stopped { Plan: { Operations.IsEmpty: true, Problems: var problems } } =>
            problems.All(one => one.Code.Kind == ProblemKind.Failure),
        ConfirmedReplay.Refused { Problems: [{ Code: var code }] } => code == Codes.NotReached,
        _ => false,
    };

    private ConfirmedReplay.Refused Away(BatchMember member) => new(null, [new Problem(
        Codes.NotReached, member.Loaded.Changeset.Id, $"{target.Name} stopped answering before its turn came.",
            "Run the same command again when it does.")]);

    private async Task<PlannedBatch> BatchAsync(ImmutableArray<LoadedChangeset> inOrder, CancellationToken cancel)
    {
        var (earlier, members) = (EarlierMembers.AtFirst, ImmutableArray.CreateBuilder<BatchMember>(inOrder.Length));
        var pasts = new Dictionary<string, Past>(StringComparer.Ordinal);
        foreach (var loaded in inOrder)
        {
            var past = await PastAsync(loaded, cancel);
            var member = new BatchMember(await JudgedAsync(new Wanted(loaded) { Earlier = earlier }, past, cancel));
            pasts[loaded.Changeset.Id] = past;
            members.Add(member);
            await SettleAsync(member.Plan, past, cancel);
            earlier = member.Standing == MemberStanding.ToDo ? earlier.Awaiting(member.Plan) : earlier;
        }
        return new PlannedBatch(new BatchPlan(members.ToImmutable()), pasts);
    }

    private sealed record PlannedBatch(BatchPlan Plan, IReadOnlyDictionary<string, Past> Pasts);
}
