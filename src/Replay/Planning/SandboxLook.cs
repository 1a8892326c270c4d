using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>Whether what a changeset did is still on the sandbox: what can no longer be looked at there is not replayed.</summary>
internal sealed class SandboxLook(Side sandbox)
{
    public async Task<(ImmutableArray<PlanProblem> Problems, ImmutableArray<string> Notes)> LookAsync(Plan plan, CancellationToken cancel)
    {
        var missing = await sandbox.MissingAsync(plan.Selected.SelectMany(o => Resources.KindOf(o)!.RightsToRead), "read", cancel);
        if (missing.Count > 0)
        {
            return ([.. missing], []);
        }
        var site = sandbox.SiteFor(plan.Loaded, Bindings.None);
        var standings = new Dictionary<string, Standing>(StringComparer.Ordinal);
        foreach (var wave in Waves.Of(plan.Selected, Dependencies.Of(plan.Loaded.Changeset)))
        {
            foreach (var (operation, standing) in await site.Read.TogetherAsync(wave, async o => (o, await Resources.KindOf(o)!.StandAsync(o, site, Asking.AfterSending, cancel))))
            {
                standings[operation.Id] = standing;
                if (operation is Operation.Create && standing is Standing.Done { Id: { } id })
                {
                    site = site with { Bindings = site.Bindings.With(operation.Id, id) };
                }
            }
        }
        return (
            [.. plan.Selected.Select(o => ProblemOf(o, standings[o.Id])).OfType<PlanProblem>()],
            [.. plan.Selected.Select(o => NoteOf(o, standings[o.Id])).OfType<string>()]);
    }

    private PlanProblem? ProblemOf(Operation operation, Standing standing) => standing switch
    {
        Standing.Ready => Gone(operation),
        Standing.Unseen unseen => new PlanProblem(unseen.Problem, ExitCode.Error),
        _ => null,
    };

    private string? NoteOf(Operation operation, Standing standing) => standing is Standing.Conflict { Problems: [var first, ..] }
        ? $"On {sandbox.Name}, {operation.Id} has changed since it was recorded: {first.Message}"
        : null;

    private PlanProblem Gone(Operation operation) => new(
        operation.TakesAway
            ? new Problem("gone-from-sandbox", operation.Id, $"What {operation.Id} takes away ({operation.Do} {operation.Resource}) is on {sandbox.Name}: it was not rehearsed there yet, or the sandbox was reset.", "Run `replay rehearse` on this changeset to do it there, look at it, then plan again.")
            : new Problem("gone-from-sandbox", operation.Id, $"What {operation.Id} did ({operation.Do} {operation.Resource}) is no longer on {sandbox.Name}: it was reset, or somebody took it back.", "Run `replay rehearse` on this changeset to do it there again, look at it, then plan again."),
        ExitCode.Refused);
}
