using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;

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
        var site = new Site(target.Name, target.Read, loaded.Changeset, loaded.BytesOf, bindings);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var images in ended.Where(o => o.Id is not null && Outcomes.IsDone(o.Outcome)).GroupBy(KeyOf))
        {
            var last = images.Last();
            var kind = Resources.KindOf(last.Operation)!;
            // What a deletion took away has no image; that it is gone is what there is to compare.
            var expected = last.Operation.TakesAway ? Fields.None : images.Aggregate(Fields.None, (all, o) => all.With(o.Operation.After));
            var read = await kind.ReadAsync(last.Operation, site, last.Id!.Value, cancel);
            if (read is not Answer<Fields>.Ok { Value: var held })
            {
                problems.Add(read.ProblemOf(last.Operation.Id));
                continue;
            }
            problems.AddRange(kind.Fields.Differences(expected, held).Concat(last.Operation.TakesAway ? kind.Differences(last.Operation, held, loaded.Changeset) : []).Select(difference => new Problem(
                "differs", last.Operation.Id, $"{difference.Field} is '{difference.Found}' on {target.Name}; the sandbox had '{difference.Expected}'.", $"Look at it on {target.Name}: {last.Link}")));
            problems.AddRange(await ReferencesAsync(images.First(), site, cancel));
        }
        return problems.ToImmutable();
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
        created.Operation is Operation.Create && await Resources.KindOf(created.Operation)!.StandAsync(created.Operation, site, Asking.AfterSending, cancel) is Standing.Conflict conflict
            ? conflict.Problems
            : [];
}
