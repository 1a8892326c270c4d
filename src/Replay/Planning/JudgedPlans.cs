using DolibarrAgent.Changesets;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>
/// Makes plans and judges them: what stands on both sides, then what was found by looking again, then the policy and the
/// gate. The documents of a changeset are read once, and its images are compared until they are true once, however often it
/// is planned: they are held in memory, and do not change.
/// </summary>
/// <param name="sides">The instances, and what is known of them.</param>
/// <param name="gate">What the gate says, and what it had before.</param>
/// <param name="options">The selection, the reader and the clock.</param>
/// <param name="others">The changesets that lie beside a planned one.</param>
internal sealed class JudgedPlans(PlanningSides sides, GateWords gate, SessionOptions options, Func<LoadedChangeset, OtherChangesets> others)
{
    private readonly SandboxLook? sandboxLook = sides.Sandbox is { } sandbox ? new SandboxLook(sandbox) : null;
    private readonly AddresseeLook addressees = new(sides);
    private Task<Checks>? documents;

    /// <summary>The plan as it may be confirmed, or all that is in its way.</summary>
    public async Task<Plan> JudgeAsync(LoadedChangeset loaded, Past past, CancellationToken cancel)
    {
        // A process of its own and two servers: none waits for the others.
        var looking = LookAsync(loaded, past, cancel);
        await Task.WhenAll(loaded.Changeset.Operations.All(o => past.Of(o.Id).Applied) ? [looking] : [looking, DocumentsAsync(loaded, cancel)]);
        var plan = await looking;
        // What was done was checked before it was.
        if (plan.HasNothingToDo)
        {
            return plan.Under(gate.Policy);
        }
        var read = await DocumentsAsync(loaded, cancel);
        var seen = await addressees.LookAsync(plan, read, cancel);
        plan = plan.Checked(read.With(seen.Findings));
        plan = await new TargetRisks(sides.Target).AddAsync(seen.Problem is { } problem ? plan with { Problems = plan.Problems.Add(problem) } : plan, cancel);
        plan = (await new ContactRisks(sides.Target, others(loaded), options.Clock).AddAsync(plan, cancel)).Under(gate.Policy);
        return plan with { Problems = [.. plan.Problems, .. gate.Memory.Missing(past)] };
    }

    /// <summary>How things stand, whatever the policy says of changing them.</summary>
    public async Task<Plan> LookAsync(LoadedChangeset loaded, Past past, CancellationToken cancel) =>
        await new Planner(sides with { Recorder = await RecorderCheck.OfAsync(loaded, gate.Folder, cancel), Others = others(loaded) }, sandboxLook).PlanAsync(loaded, past, options.Selection, cancel);

    private Task<Checks> DocumentsAsync(LoadedChangeset loaded, CancellationToken cancel) => documents ??= EvidenceChecks.OfAsync(loaded, options.Reader, cancel);
}

/// <summary>The gate, read once for a session: what a plan is judged by is what it is confirmed by.</summary>
/// <param name="Folder">Its folder; null if there is none.</param>
/// <param name="Policy">What may be replayed, and whose signatures it takes.</param>
/// <param name="Memory">The files that it has, against those that it had.</param>
internal sealed record GateWords(string? Folder, PolicyRead Policy, GateMemory Memory);
