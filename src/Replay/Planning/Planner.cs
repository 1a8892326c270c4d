using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>Makes a plan by reading alone. Collects everything that is in the way, so that a person sees it all at once.</summary>
public sealed class Planner(PlanningSides sides)
{
    public async Task<Plan> PlanAsync(LoadedChangeset loaded, Past past, CancellationToken cancel)
    {
        var identity = await IdentifyAsync(cancel);
        var plan = new Plan { Loaded = loaded, Target = identity.Target, Problems = [.. identity.Problems, .. SameAsConfirmed(loaded, past), .. Form(loaded.Changeset)] };
        if (!plan.Problems.IsEmpty)
        {
            return plan;
        }
        plan = plan with { Problems = await RightsAsync(loaded.Changeset, cancel) };
        if (!plan.Problems.IsEmpty)
        {
            return plan;
        }
        if (sides.Sandbox is { } sandbox)
        {
            var look = await new SandboxLook(sandbox).LookAsync(loaded, cancel);
            plan = plan with { Problems = look.Problems, Notes = look.Notes };
        }
        return await OperationsAsync(plan, past, cancel);
    }

    private async Task<(TargetIdentity Target, ImmutableArray<PlanProblem> Problems)> IdentifyAsync(CancellationToken cancel)
    {
        var unknown = new TargetIdentity(sides.Target.Name, sides.Target.Server.Origin.ToString(), sides.Target.Server.Root, "");
        var status = await sides.Target.Read.Status.GetAsync(cancel);
        return status is Answer<ServerStatus>.Ok { Value: var server }
            ? (unknown with { Dolibarr = server.Version }, [])
            : (unknown, [new PlanProblem(status.ProblemOf(sides.Target.Name), ExitCode.Error)]);
    }

    /// <summary>A changeset that was once confirmed stays what it was: other bytes under its id would pass for done.</summary>
    internal static IEnumerable<PlanProblem> SameAsConfirmed(LoadedChangeset loaded, Past past) => past.Confirmed
        .Where(confirmed => confirmed.ChangesetSha256 != loaded.Digest.Hex)
        .Take(1)
        .Select(confirmed => Refused(new Problem(
            "other-than-confirmed", loaded.Changeset.Id,
            $"The changeset by this id was confirmed before with other bytes (SHA-256 {confirmed.ChangesetSha256}; these are {loaded.Digest}).",
            "Take the file as the recorder left it. What is to be done differently is recorded as a new changeset.")));

    private static IEnumerable<PlanProblem> Form(Changeset changeset)
    {
        if (changeset.State != ChangesetState.Finished)
        {
            yield return Refused(new Problem(
                changeset.State == ChangesetState.Open ? "changeset-open" : "changeset-discarded", changeset.Id,
                changeset.State == ChangesetState.Open ? "The changeset is not finished: the agent is still at it, or it died." : "The changeset was discarded.",
                changeset.State == ChangesetState.Open ? "Let the agent finish it, or discard it and record it again." : "Record it again if it is still wanted."));
        }
        foreach (var problem in Resources.Check(changeset))
        {
            yield return Refused(problem);
        }
    }

    private async Task<ImmutableArray<PlanProblem>> RightsAsync(Changeset changeset, CancellationToken cancel)
    {
        var needed = changeset.Operations.Select(o => Resources.KindOf(o)!).ToList();
        var problems = ImmutableArray.CreateBuilder<PlanProblem>();
        problems.AddRange(await sides.Target.MissingAsync(needed.SelectMany(k => k.RightsToRead), "read", cancel));
        if (sides.TargetToWrite is { } writing)
        {
            problems.AddRange(await writing.MissingAsync(needed.SelectMany(k => k.RightsToWrite), "write", cancel));
        }
        return problems.ToImmutable();
    }

    private async Task<Plan> OperationsAsync(Plan plan, Past past, CancellationToken cancel)
    {
        var changeset = plan.Loaded.Changeset;
        var site = new Site(sides.Target.Name, sides.Target.Read, changeset, plan.Loaded.BytesOf, Bindings.None);
        var planned = ImmutableArray.CreateBuilder<PlannedOperation>();
        var problems = plan.Problems.ToBuilder();
        var notes = plan.Notes.ToBuilder();
        foreach (var operation in changeset.Operations)
        {
            var known = past.Of(operation.Id);
            if (changeset.NeedsOf(operation).FirstOrDefault(need => planned.Single(p => p.Operation.Id == need).Outcome is Outcomes.Conflict or Outcomes.NotReached) is not null)
            {
                planned.Add(new PlannedOperation(operation, Outcomes.NotReached, [], false, null));
                continue;
            }
            var standing = await Resources.KindOf(operation)!.StandAsync(operation, site, known.Sent is null ? Asking.Afresh : Asking.AfterSending, cancel);
            var (next, problem, note) = Judge(operation, standing, known);
            planned.Add(next);
            problems.AddRange(problem);
            if (note is not null)
            {
                notes.Add(note);
            }
            if (operation is Operation.Create && Outcomes.IsDone(next.Outcome))
            {
                site = site with { Bindings = site.Bindings.With(operation.Id, next.Id!.Value) };
            }
        }
        return plan with { Operations = planned.ToImmutable(), Problems = problems.ToImmutable(), Notes = notes.ToImmutable() };
    }

    private (PlannedOperation Planned, IEnumerable<PlanProblem> Problems, string? Note) Judge(Operation operation, Standing standing, PastOperation known) => standing switch
    {
        Standing.Done done => (new PlannedOperation(operation, Outcomes.AlreadyApplied, done.Seen, false, done.Id), [], null),
        // Once applied, an operation is never done again, whatever somebody did on the target since.
        _ when known.Applied => (new PlannedOperation(operation, Outcomes.AlreadyApplied, [], false, known.AppliedAs), [], Changed(operation, standing)),
        Standing.Ready ready => (new PlannedOperation(operation, Outcomes.ToApply, ready.Seen, false, ready.On), [], null),
        Standing.Waiting waiting => (new PlannedOperation(operation, Outcomes.ToApply, waiting.Seen, true, null), [], null),
        Standing.Conflict conflict => (new PlannedOperation(operation, Outcomes.Conflict, conflict.Seen, false, null), conflict.Problems.Select(p => new PlanProblem(p, ExitCode.Conflict)), null),
        Standing.Unseen unseen => (new PlannedOperation(operation, Outcomes.NotReached, [], false, null), [new PlanProblem(unseen.Problem, GateOf(unseen.Problem))], null),
        _ => throw new InvalidOperationException("A standing is one of five."),
    };

    private string Changed(Operation operation, Standing standing) => standing is Standing.Conflict { Problems: [var first, ..] }
        ? $"{operation.Id} was applied before; {sides.Target.Name} has changed since: {first.Message}"
        : operation.TakesAway ? $"{operation.Id} was applied before; what it took away is on {sides.Target.Name} again. It is not done again."
        : $"{operation.Id} was applied before; what it did is no longer on {sides.Target.Name}. It is not done again.";

    private static ExitCode GateOf(Problem problem) => problem.Code is ErrorCodes.RightMissing or ErrorCodes.RightsUnproven ? ExitCode.Refused : ExitCode.Error;

    private static PlanProblem Refused(Problem problem) => new(problem, ExitCode.Refused);
}
