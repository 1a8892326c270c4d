using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>Whether what a changeset did is still on the sandbox: what nobody can look at there any more is not replayed.</summary>
internal sealed class SandboxLook(Side sandbox)
{
    public async Task<(ImmutableArray<PlanProblem> Problems, ImmutableArray<string> Notes)> LookAsync(LoadedChangeset loaded, CancellationToken cancel)
    {
        var problems = ImmutableArray.CreateBuilder<PlanProblem>();
        var notes = ImmutableArray.CreateBuilder<string>();
        problems.AddRange(await sandbox.MissingAsync(loaded.Changeset.Operations.SelectMany(o => Resources.KindOf(o)!.RightsToRead), "read", cancel));
        var site = new Site(sandbox.Name, sandbox.Read, loaded.Changeset, loaded.BytesOf, Bindings.None);
        foreach (var operation in problems.Count == 0 ? loaded.Changeset.Operations : [])
        {
            switch (await Resources.KindOf(operation)!.StandAsync(operation, site, Asking.AfterSending, cancel))
            {
                case Standing.Done { Id: { } id } when operation is Operation.Create:
                    site = site with { Bindings = site.Bindings.With(operation.Id, id) };
                    break;
                case Standing.Ready:
                    problems.Add(Gone(operation));
                    break;
                case Standing.Conflict { Problems: [var first, ..] }:
                    notes.Add($"On {sandbox.Name}, {operation.Id} has changed since it was recorded: {first.Message}");
                    break;
                case Standing.Unseen unseen:
                    problems.Add(new PlanProblem(unseen.Problem, ExitCode.Error));
                    break;
            }
        }
        return (problems.ToImmutable(), notes.ToImmutable());
    }

    private PlanProblem Gone(Operation operation) => new(
        operation.TakesAway
            ? new Problem("gone-from-sandbox", operation.Id, $"What {operation.Id} takes away ({operation.Do} {operation.Resource}) is on {sandbox.Name}: it was not rehearsed there yet, or the sandbox was reset.", "Run `replay rehearse` on this changeset to do it there, look at it, then plan again.")
            : new Problem("gone-from-sandbox", operation.Id, $"What {operation.Id} did ({operation.Do} {operation.Resource}) is no longer on {sandbox.Name}: it was reset, or somebody took it back.", "Run `replay rehearse` on this changeset to do it there again, look at it, then plan again."),
        ExitCode.Refused);
}
