using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>The images of a changeset against what the sandbox holds.</summary>
/// <param name="sandbox">The instance that it was recorded on.</param>
/// <param name="site">The same, with what the changeset made there.</param>
internal sealed class SandboxImages(Side sandbox, Site site)
{
    /// <summary>Every difference: as an operation stands there, in what its object holds, and between the images of one object.</summary>
    public async Task<ImmutableArray<Finding>> DifferencesAsync(ImmutableArray<Operation> operations, IReadOnlyDictionary<string, Standing> standings, CancellationToken cancel)
    {
        // What was read to tell how an operation stands is what its object holds: nothing is read twice.
        var done = operations.Where(o => standings[o.Id] is Standing.Done).Select(o => Seen(o, (Standing.Done)standings[o.Id])).ToList();
        var objects = await Verification.CompareAsync(site, done, cancel);
        var form = new ImageForm(site.Changeset, sandbox.Name);
        ImmutableArray<Finding> found = [
            .. Elsewhere(),
            .. operations.SelectMany(o => Standing(o, standings[o.Id])),
            .. objects.SelectMany(Held),
            .. objects.SelectMany(form.Faults),
            .. objects.SelectMany(form.More),
        ];
        return [.. found.Distinct()];
    }

    private ReplayedOperation Seen(Operation operation, Standing.Done done) => sandbox.Replayed(operation, Outcomes.AlreadyApplied, done.Id, []) with { Held = done.Held };

    private IEnumerable<Finding> Elsewhere()
    {
        var on = site.Changeset.Recorded.On;
        var origin = sandbox.Server.Origin.ToString();
        return on.Instance == sandbox.Name && on.Identity == origin ? [] : [new Finding.RecordedElsewhere($"{on.Instance}, {on.Identity}", $"{sandbox.Name}, {origin}")];
    }

    private IEnumerable<Finding> Standing(Operation operation, Standing standing) => standing is Standing.Conflict conflict
        ? conflict.Problems.Select(problem => Whole(operation, problem))
        : [];

    private IEnumerable<Finding> Held(ComparedObject one) => one.Differences
        .Select(difference => ImageForm.Differs(ClaimedBy(one.Images, difference.Field), sandbox.Name, difference))
        .Concat(one.Others.Select(problem => Whole(one.Last.Operation, problem)));

    private static Operation ClaimedBy(IReadOnlyList<ReplayedOperation> images, string field) =>
        (images.LastOrDefault(image => image.Operation.After.Has(field)) ?? images[^1]).Operation;

    private Finding.SandboxDiffers Whole(Operation operation, Problem problem) => new(operation.Id, sandbox.Name, "", "", problem.Message);
}
