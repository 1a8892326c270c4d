using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>
/// Whether the sandbox holds what a changeset says that it did there: what is gone is not replayed, and neither is what
/// the sandbox holds otherwise. The images in a changeset are what a person reviews, so they are compared, not believed.
/// Once they are found to be true they stay so, however often the changeset is planned.
/// </summary>
internal sealed class SandboxLook(Side sandbox)
{
    private LoadedChangeset? foundTrue;

    public async Task<SandboxSeen> LookAsync(Plan plan, CancellationToken cancel)
    {
        if (ReferenceEquals(foundTrue, plan.Loaded))
        {
            return SandboxSeen.AllTrue;
        }
        var seen = await AskAsync(plan, cancel);
        foundTrue = seen is { Problems: [], Differences: [] } ? plan.Loaded : null;
        return seen;
    }

    private async Task<SandboxSeen> AskAsync(Plan plan, CancellationToken cancel)
    {
        var missing = await sandbox.MissingAsync(plan.Loaded.Changeset.Operations.SelectMany(o => OperationKind.Of(o)!.RightsToRead), "read", cancel);
        if (missing.Count > 0)
        {
            return new SandboxSeen([.. missing], []);
        }
        var site = sandbox.SiteFor(plan.Loaded, Bindings.None);
        var standings = new Dictionary<string, Standing>(StringComparer.Ordinal);
        // All of them, whatever is selected: what the sandbox holds now is what the last of them left.
        var operations = plan.Loaded.Changeset.Operations;
        foreach (var wave in Waves.Of(operations, Dependencies.Of(plan.Loaded.Changeset)))
        {
            foreach (var (operation, standing) in await site.Read.TogetherAsync(wave, async o => (o, await OperationKind.Of(o)!.StandAsync(o, site, Asking.AfterSending, cancel))))
            {
                standings[operation.Id] = standing;
                if (operation is Operation.Create && standing is Standing.Done { Id: { } id })
                {
                    site = site with { Bindings = site.Bindings.With(operation.Id, id) };
                }
            }
        }
        return new SandboxSeen(
            [.. plan.Selected.Select(o => ProblemOf(o, standings[o.Id])).OfType<Problem>()],
            await new SandboxImages(sandbox, site).DifferencesAsync(operations, standings, cancel));
    }

    private Problem? ProblemOf(Operation operation, Standing standing) => standing switch
    {
        Standing.Ready => Gone(operation),
        Standing.Unseen unseen => unseen.Problem,
        _ => null,
    };

    private Problem Gone(Operation operation) => operation.TakesAway
        ? new Problem(Codes.GoneFromSandbox, operation.Id, $"What {operation.Id} takes away ({operation.Do} {operation.Resource}) is on {sandbox.Name}: it was not rehearsed there yet, or the sandbox was reset.")
        : new Problem(Codes.GoneFromSandbox, operation.Id, $"What {operation.Id} did ({operation.Do} {operation.Resource}) is no longer on {sandbox.Name}: it was reset, or somebody took it back.", "Run `replay rehearse` on this changeset to do it there again, look at it, then plan again.");
}

/// <summary>What a look at the sandbox came to.</summary>
/// <param name="Problems">What is gone, or could not be looked at.</param>
/// <param name="Differences">Where the sandbox does not hold what the changeset says.</param>
internal sealed record SandboxSeen(ImmutableArray<Problem> Problems, ImmutableArray<Finding> Differences)
{
    public static SandboxSeen AllTrue { get; } = new([], []);
}
