using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Review;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>Makes a plan; read-only. Collects everything that is in the way, so that a person sees it all at once.</summary>
/// <param name="sides">The instances, and what is known of them.</param>
/// <param name="sandboxLook">Compares the changeset with the sandbox; null where the sandbox is itself the target.</param>
internal sealed class Planner(PlanningSides sides, SandboxLook? sandboxLook)
{
    public async Task<Plan> PlanAsync(LoadedChangeset loaded, Past past, Selection selection, CancellationToken cancel)
    {
        var identities = await new IdentityLook(sides).LookAsync(cancel);
        var plan = new Plan
        {
            Loaded = loaded,
            Target = identities.Target,
            SandboxEnrolled = identities.SandboxEnrolled,
            NotEnrolled = identities.NotEnrolled,
            Recorder = sides.Recorder,
            Selection = selection,
            Problems = [.. identities.Problems, .. Signature(sides.Recorder), .. SameAsConfirmed(loaded, past),
                .. Rejecting.ProblemsOf(loaded.Changeset, past), .. Form(loaded.Changeset), .. selection.Problems(loaded.Changeset)],
        };
        if (!plan.Problems.IsEmpty)
        {
            return plan;
        }
        plan = plan with { Notes = [.. VersionsOf(plan)] };
        plan = plan with { Problems = await RightsAsync(plan.Selected, cancel) };
        if (!plan.Problems.IsEmpty)
        {
            return plan;
        }
        if (sandboxLook is null)
        {
            return await OperationsAsync(plan, past, cancel);
        }
        // Two servers, neither of which waits for the other.
        var looking = sandboxLook.LookAsync(plan, cancel);
        var planning = OperationsAsync(plan, past, cancel);
        await Task.WhenAll(looking, planning);
        var (seen, planned) = (await looking, await planning);
        // What was done already was compared before it was; the sandbox may have gone on since.
        var toDo = planned.Operations.Where(o => o.Outcome is not (Outcomes.Applied or Outcomes.AlreadyApplied)).Select(o => o.Operation.Id).ToHashSet(StringComparer.Ordinal);
        return planned with
        {
            Problems = seen.Problems.AddRange(planned.Problems),
            Checks = planned.Checks.With(seen.Differences.Where(difference => difference is Finding.RecordedElsewhere || toDo.Contains(difference.On))),
        };
    }

    /// <summary>A changeset that was once confirmed stays what it was: other bytes under its id would pass for done.</summary>
    internal static IEnumerable<Problem> SameAsConfirmed(LoadedChangeset loaded, Past past) => past.Confirmed
        .Where(confirmed => confirmed.ChangesetSha256 != loaded.Digest.Hex)
        .Take(1)
        .Select(confirmed => new Problem(
            Codes.OtherThanConfirmed, loaded.Changeset.Id,
            $"The changeset by this id was confirmed before with other bytes (SHA-256 {confirmed.ChangesetSha256}; these are {loaded.Digest})."));

    /// <summary>A signature that does not fit is refused whatever the policy says: somebody changed the changeset, or put another signature beside it.</summary>
    private static IEnumerable<Problem> Signature(RecorderSignature recorder) => recorder is RecorderSignature.Refused { Problem: var problem } ? [problem] : [];

    private static IEnumerable<string> VersionsOf(Plan plan) =>
        plan.Loaded.Changeset.Recorded.On.Dolibarr is { Length: > 0 } recorded && plan.Target.Dolibarr is { Length: > 0 } here && here != recorded
            ? [$"It was recorded on Dolibarr {recorded}, and {plan.Target.Instance} is {here}: the two may store the same thing in different ways. What is stored is read back and compared."]
            : [];

    private static IEnumerable<Problem> Form(Changeset changeset)
    {
        if (changeset.State != ChangesetState.Finished)
        {
            yield return new Problem(
                changeset.State == ChangesetState.Open ? Codes.ChangesetOpen : Codes.ChangesetDiscarded, changeset.Id,
                changeset.State == ChangesetState.Open ? "The changeset is not finished: the agent is still at it, or it died." : "The changeset was discarded.",
                changeset.State == ChangesetState.Open ? "Let the agent finish it, or discard it and record it again." : "Record it again if it is still wanted.");
        }
        foreach (var problem in ChangesetForm.Check(changeset))
        {
            yield return problem;
        }
    }

    private async Task<ImmutableArray<Problem>> RightsAsync(ImmutableArray<Operation> operations, CancellationToken cancel)
    {
        var needed = operations.Select(o => OperationKind.Of(o)!).ToList();
        var reading = sides.Target.MissingAsync(needed.SelectMany(k => k.RightsToRead), "read", cancel);
        var writing = sides.TargetToWrite?.MissingAsync(needed.SelectMany(k => k.RightsToWrite), "write", cancel);
        await Task.WhenAll(writing is null ? [reading] : [reading, writing]);
        return [.. await reading, .. writing is null ? [] : await writing];
    }

    private async Task<Plan> OperationsAsync(Plan plan, Past past, CancellationToken cancel)
    {
        var selected = plan.Selected;
        var dependencies = Dependencies.Of(plan.Loaded.Changeset);
        var site = sides.Target.SiteFor(plan.Loaded, Bindings.None) with { Earlier = sides.Earlier };
        var judged = new Dictionary<string, Judged>(StringComparer.Ordinal);
        foreach (var wave in Waves.Of(selected, dependencies))
        {
            var reached = wave.ToLookup(o => dependencies.Needs(o.Id).All(need => judged[need].Planned.Outcome is not (Outcomes.Conflict or Outcomes.NotReached)));
            foreach (var operation in reached[false])
            {
                judged[operation.Id] = new Judged(new PlannedOperation(operation, Outcomes.NotReached, [], false, null), [], null);
            }
            var standings = await site.Read.TogetherAsync(reached[true].ToList(), async operation => (operation, Waits(operation) ?? await StandAsync(operation, site, past, cancel)));
            foreach (var (operation, standing) in standings)
            {
                var next = Judge(operation, await ToldAsync(standing, cancel), past, plan.Loaded.Changeset);
                judged[operation.Id] = next;
                if (operation is Operation.Create && next.Planned is { Id: { } id } && Outcomes.IsDone(next.Planned.Outcome))
                {
                    site = site with { Bindings = site.Bindings.With(operation.Id, id) };
                }
            }
        }
        var inOrder = OthersTraces([.. selected.Select(o => judged[o.Id])], past);
        return plan with
        {
            Operations = [.. inOrder.Select(j => j.Planned)],
            Problems = plan.Problems.AddRange(inOrder.SelectMany(j => j.Problems)),
            Notes = plan.Notes.AddRange(inOrder.Select(j => j.Note).OfType<string>()),
        };

        // It starts from fields that an earlier operation has yet to bring about: what they hold now says nothing about it.
        Standing.Waiting? Waits(Operation operation) => past.Of(operation.Id) is { Applied: false, Sent: null }
            && dependencies.Needs(operation.Id).FirstOrDefault(need =>
                judged[need].Planned is { Outcome: Outcomes.ToApply, Operation: Operation.Update update }
                    && update.After.Names.Any(operation.Held.Has)) is { } earlier
                ? new Standing.Waiting(earlier) { Seen = [Observed.Made(operation.Id, earlier)] }
                : null;
    }

    private static Task<Standing> StandAsync(Operation operation, Site site, Past past, CancellationToken cancel) =>
        OperationKind.Of(operation)!.StandAsync(operation, site, past.Of(operation.Id).Sent is null ? Asking.Afresh : Asking.AfterSending, cancel);

    /// <summary>A conflict over something that is not there at all, with the changeset that makes it.</summary>
    private async Task<Standing> ToldAsync(Standing standing, CancellationToken cancel) =>
        standing is Standing.Conflict { Absent: { } absent, Problems: [var problem] } conflict && sides.Others is { } others
            ? conflict with { Problems = [await others.TellAsync(problem, absent, cancel)] }
            : standing;

    /// <summary>Nothing is written beside what was made by a replay that this ledger does not know; where nothing is left to write, it is only told.</summary>
    private ImmutableArray<Judged> OthersTraces(ImmutableArray<Judged> judged, Past past)
    {
        var writes = judged.Any(j => j.Planned.Outcome == Outcomes.ToApply) && !past.IsAfterRestore;
        return sides.Sandbox is null ? judged : [.. judged.Select(j => !j.IsOthers ? j
            : writes ? new Judged(j.Planned with { Outcome = Outcomes.Conflict, Id = null }, [OtherLedger.ProblemOf(j.Planned.Operation, sides.Target.Name)], null)
            : j with { Note = $"{j.Planned.Operation.Id} is on {sides.Target.Name}, and this ledger does not know that it was sent: it was replayed with another ledger, or this one was lost or restored." })];
    }

    private Judged Judge(Operation operation, Standing standing, Past past, Changeset changeset)
    {
        var known = past.Of(operation.Id);
        var earlier = new EarlierRuns(operation, known, sides.Target.Name);
        return standing switch
        {
            _ when earlier.HasLost(standing) && past.IsAfterRestore => Again(operation, standing, earlier),
            _ when earlier.HasLost(standing) => Conflict(operation, standing, earlier.Lost),
            Standing.Ready ready when earlier.MattersThatItWasSent && known.AcceptedAt is null =>
                new(new PlannedOperation(operation, Outcomes.ToApply, ready.Seen.Add(earlier.WasSent), false, ready.On), [], earlier.SentNote),
            _ => Judge(operation, standing, known, changeset) with { IsOthers = OtherLedger.IsTrace(operation, standing, !known.WasSent) },
        };
    }

    private static Judged Again(Operation operation, Standing standing, EarlierRuns earlier) => standing is Standing.Conflict conflict
        ? Conflict(operation, conflict, conflict.Problems)
        : new(new PlannedOperation(operation, Outcomes.ToApply, standing.Seen.Add(earlier.WasApplied), standing is Standing.Waiting, (standing as Standing.Ready)?.On) { IsAgain = true }, [], null);

    private Judged Judge(Operation operation, Standing standing, PastOperation known, Changeset changeset) => standing switch
    {
        Standing.Done done when !known.Applied && Standings.Unlike(operation, done.Held, changeset) is { IsEmpty: false } differences => Conflict(
            operation, done, Standings.NotAsRecorded(operation, sides.Target.Name, differences)),
        Standing.Done done => new(new PlannedOperation(operation, Outcomes.AlreadyApplied, done.Seen, false, done.Id), [], null),
        // Once applied, an operation is never done again, whatever somebody did on the target since.
        _ when known.Applied => new(new PlannedOperation(operation, Outcomes.AlreadyApplied, [], false, known.AppliedAs), [], Changed(operation, standing)),
        Standing.Ready or Standing.Waiting when known.AcceptedAt is { } at => Conflict(operation, standing, Vanished(operation, at)),
        Standing.Ready ready => new(new PlannedOperation(operation, Outcomes.ToApply, ready.Seen, false, ready.On), [], null),
        Standing.Waiting waiting => new(new PlannedOperation(operation, Outcomes.ToApply, waiting.Seen, true, null), [], null),
        Standing.Conflict conflict => Conflict(operation, conflict, [.. conflict.Problems]),
        Standing.Unseen unseen => new(new PlannedOperation(operation, Outcomes.NotReached, [], false, null), [unseen.Problem], null),
        _ => throw new InvalidOperationException("A standing is one of five."),
    };

    private static Judged Conflict(Operation operation, Standing standing, params IEnumerable<Problem> problems) =>
        new(new PlannedOperation(operation, Outcomes.Conflict, standing.Seen, false, null), [.. problems], null);

    private Problem Vanished(Operation operation, DateTimeOffset at) => new(
        Codes.AcceptedNotThere, operation.Id,
        $"{sides.Target.Name} accepted it when it was sent ({Moments.Shown(at)}), but does not show it now: it was not stored, or somebody has deleted it since. It is not sent again.",
        $"Look at {sides.Target.Name}. Do it there by hand if it is wanted; the other operations can be replayed with --only.");

    private string Changed(Operation operation, Standing standing) => standing is Standing.Conflict { Problems: [var first, ..] }
        ? $"{operation.Id} was applied before; {sides.Target.Name} has changed since: {first.Message}"
        : $"{operation.Id} was applied before; {sides.Target.Name} could not be read now.";

    private sealed record Judged(PlannedOperation Planned, ImmutableArray<Problem> Problems, string? Note)
    {
        /// <summary>Whether it was made by a replay of which the ledger knows nothing.</summary>
        public bool IsOthers { get; init; }
    }
}
