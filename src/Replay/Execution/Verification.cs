using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Replay;

/// <summary>
/// Whether a target holds what the sandbox held when the changeset was finished: each object's after-images laid over
/// each other, compared field by field; numbers that each target draws are left out. Reads only.
/// </summary>
public sealed class Verification(Side target)
{
    /// <summary>The differences in what was applied. <paramref name="ended"/> says where each object is.</summary>
    public async Task<ImmutableArray<Problem>> DifferencesAsync(LoadedChangeset loaded, Bindings bindings, IEnumerable<ReplayedOperation> ended, CancellationToken cancel)
    {
        var objects = await CompareAsync(target.SiteFor(loaded, bindings), ended, cancel);
        return [.. objects.SelectMany(one => one.Differences.Select(difference => ProblemOf(one.Last, difference)).Concat(one.Others))];
    }

    /// <summary>The same as values: an entry for each object.</summary>
    internal static async Task<ComparedObject[]> CompareAsync(Site site, IEnumerable<ReplayedOperation> ended, CancellationToken cancel)
    {
        var objects = ended.Where(o => o.Id is not null && Outcomes.IsDone(o.Outcome)).GroupBy(KeyOf).Select(images => images.ToList()).ToList();
        return await site.Read.TogetherAsync(objects, images => OfObjectAsync(images, site, cancel));
    }

    private Problem ProblemOf(ReplayedOperation last, Difference difference) => new(
        Codes.Differs, last.Operation.Id, $"{difference.Field} is '{difference.Found}' on {target.Name}; {(target.Instance.IsProd ? "the sandbox had" : "the recording has")} '{difference.Expected}'.", $"Look at it on {target.Name}: {last.Link}");

    private static async Task<ComparedObject> OfObjectAsync(IReadOnlyList<ReplayedOperation> images, Site site, CancellationToken cancel)
    {
        var last = images[^1];
        var kind = OperationKind.Of(last.Operation)!;
        // What this run read back after the last thing that it did to the object need not be read again.
        var read = last.Held is { } justRead ? new Answer<Fields>.Ok(justRead) : await kind.ReadAsync(last.Operation, site, last.Id!.Value, cancel);
        if (read is not Answer<Fields>.Ok { Value: var held })
        {
            return new ComparedObject(images, Fields.None, [], [read.ProblemOf(last.Operation.Id)]);
        }
        // What a deletion took away has no image; that it is gone is what there is to compare.
        var compared = last.Operation.TakesAway ? [last] : images;
        var kinds = compared.Select(o => (Kind: OperationKind.Of(o.Operation)!, o.Operation)).ToList();
        var expected = compared.Aggregate(Fields.None, (all, o) => all.With(o.Operation.After)).Where(name => !kinds.Any(k => k.Kind.AnswersFor(name)));
        var asked = kinds.SelectMany(k => k.Kind.Differences(k.Operation, held, site.Changeset));
        return new ComparedObject(
            images, held, [.. kind.Fields.Differences(expected, held).Concat(asked).DistinctBy(difference => difference.Field)], [.. await ReferencesAsync(images[0], site, cancel)]);
    }

    /// <summary>An attached file stands for itself; all other operations on one object share its image.</summary>
    private static string KeyOf(ReplayedOperation ended) => ended.Operation switch
    {
        Operation.Attach or Operation.Detach => ended.Operation.Id,
        Operation.Create create => $"{create.Resource} {create.Id}",
        { DoneTo: var on } => $"{ended.Operation.Resource} {on}",
    };

    /// <summary>That an object is bound to the right others (an invoice to its supplier) is part of how a creation stands.</summary>
    private static async Task<IEnumerable<Problem>> ReferencesAsync(ReplayedOperation created, Site site, CancellationToken cancel) =>
        created is { Operation: Operation.Create, Held: null } && await OperationKind.Of(created.Operation)!.StandAsync(created.Operation, site, Asking.AfterSending, cancel) is Standing.Conflict conflict
            ? conflict.Problems
            : [];
}

/// <summary>One object of a changeset as an instance holds it.</summary>
/// <param name="Images">What was done to it, in order.</param>
/// <param name="Held">What the instance holds now; nothing where it could not be read.</param>
/// <param name="Differences">The fields in which it is not as the changeset says.</param>
/// <param name="Others">What else differs, or why it could not be read.</param>
internal sealed record ComparedObject(IReadOnlyList<ReplayedOperation> Images, Fields Held, ImmutableArray<Difference> Differences, ImmutableArray<Problem> Others)
{
    /// <summary>The last thing that was done to it.</summary>
    public ReplayedOperation Last => Images[^1];
}
