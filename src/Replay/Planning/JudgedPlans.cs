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
    private readonly AddresseeLook addressees = new(sides);
    private readonly Dictionary<LoadedChangeset, KnownChecks> known = [];

    /// <summary>The plan as it may be confirmed, or all that is in its way.</summary>
    public async Task<Plan> JudgeAsync(Wanted wanted, Past past, CancellationToken cancel)
    {
        var loaded = wanted.Loaded;
        // A process of its own and two servers: none waits for the others.
        var looking = LookAsync(wanted, past, cancel);
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
        plan = plan with { Risks = [.. plan.Risks, .. BatchRisks.Of(plan, wanted.Earlier.Creations)] };
        plan = (await new ContactRisks(sides.Target, others(loaded), options.Clock).AddAsync(plan, cancel)).Under(gate.Policy);
        return plan with { Problems = [.. plan.Problems, .. gate.Memory.Missing(past)] };
    }

    /// <summary>How things stand, whatever the policy says of changing them.</summary>
    public async Task<Plan> LookAsync(Wanted wanted, Past past, CancellationToken cancel)
    {
        var loaded = wanted.Loaded;
        var recorder = await RecorderCheck.OfAsync(loaded, gate.Folder, cancel);
        var planner = new Planner(sides with { Recorder = recorder, Others = others(loaded), Earlier = wanted.Earlier },
            KnownOf(loaded).Sandbox);
        return await planner.PlanAsync(loaded, past, options.Selection, cancel);
    }

    private Task<Checks> DocumentsAsync(LoadedChangeset loaded, CancellationToken cancel) =>
        KnownOf(loaded).Documents ??= EvidenceChecks.OfAsync(loaded, options.Reader, cancel);

    private KnownChecks KnownOf(LoadedChangeset loaded)
    {
        if (!known.TryGetValue(loaded, out var checks))
        {
            known.Add(loaded, checks = new KnownChecks(sides.Sandbox is { } sandbox ? new SandboxLook(sandbox) : null));
        }
        return checks;
    }

    /// <summary>What is known of one changeset for as long as this session lasts.</summary>
    private sealed class KnownChecks(SandboxLook? sandbox)
    {
        public SandboxLook? Sandbox => sandbox;

        public Task<Checks>? Documents { get; set; }
    }
}

/// <summary>What is to be planned.</summary>
/// <param name="Loaded">The changeset.</param>
internal sealed record Wanted(LoadedChangeset Loaded)
{
    /// <summary>What other changesets do before it.</summary>
    public EarlierMembers Earlier { get; init; } = EarlierMembers.AtFirst;
}

/// <summary>The gate, read once for a session: what a plan is judged by is what it is confirmed by.</summary>
/// <param name="Folder">Its folder; null if there is none.</param>
/// <param name="Policy">What may be replayed, and whose signatures it takes.</param>
/// <param name="Memory">The files that it has, against those that it had.</param>
internal sealed record GateWords(string? Folder, PolicyRead Policy, GateMemory Memory);
