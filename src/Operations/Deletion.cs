using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Takes away what a changeset made and nobody has touched since. Dolibarr deletes a validated, even a paid invoice
/// without a word, so all that may not go is refused here: what bears another marker or none, and what is not in every
/// field as the before-image says.
/// </summary>
internal abstract class Deletion : OperationKind<Operation.Delete>
{
    /// <param name="fields">All that such an object holds.</param>
    protected Deletion(IEnumerable<Field> fields) => Fields = new FieldSet([.. fields, CommonFields.MadeBy]);

    public sealed override string Do => "delete";

    public sealed override FieldSet Fields { get; }

    protected abstract ResourceOperations Resource { get; }

    /// <summary>What deletes what an operation makes, by the marker that it left. Null where such an object keeps no marker, and so nothing proves which changeset made it.</summary>
    public static Deletion? Of(Operation.Create operation) => ResourceOperations.Named(operation.Resource)?.Kinds.OfType<Deletion>().SingleOrDefault();

    /// <summary>Everything that bears this marker.</summary>
    internal abstract Task<Answer<ImmutableArray<Marked>>> MarkedAsync(string marker, Site site, CancellationToken cancel);

    /// <summary>The object as it is, or nothing where it is gone; trusted, because the key's rights were proven.</summary>
    protected abstract Task<Answer<ImmutableArray<Marked>>> WithIdAsync(long id, Site site, CancellationToken cancel);

    /// <summary>Why it may not go, whatever it holds: it is final, or others use it. Null where nothing is in the way.</summary>
    internal abstract Task<Standing?> InTheWayAsync(Operation.Delete operation, Marked held, Site site, CancellationToken cancel);

    /// <summary>What an object holds that operations made and nobody touched since, where images tell not all of it.</summary>
    /// <param name="images">Their after-images, one over the other.</param>
    internal virtual Fields Untouched(Fields images, IEnumerable<Operation> operations) => images;

    /// <summary>The part of an object that a before-image keeps: all but what each target draws for itself.</summary>
    internal Fields KeptOf(Fields held) => held.Where(name => Fields[name] is { Drawn: false });

    protected override IEnumerable<Problem> Check(Operation.Delete operation, Changeset changeset)
    {
        if (operation.Before.TextOf(CommonFields.Marker)?.Split('/') is not [var made, ['o', 'p', ..]] || !ChangesetId.IsValid(made))
        {
            yield return new Problem(Codes.MissingMarker, $"{operation.Id}.before.{CommonFields.Marker}", "Only what a changeset made is deleted, and nothing says which changeset made this.");
        }
        foreach (var rule in Fields.All.Where(rule => rule is { Drawn: false, MayBeAbsent: false, Type: not FieldType.Reference } && !operation.Before.Has(rule.Name)))
        {
            yield return new Problem(Codes.MissingBefore, $"{operation.Id}.before.{rule.Name}", $"What '{rule.Name}' holds is not recorded, so nobody could see whether it has moved.", "Make the changeset again with `replay revert`.");
        }
    }

    protected override async Task<Standing> StandAsync(Operation.Delete operation, Site site, Asking asking, CancellationToken cancel)
    {
        var marker = operation.Before.TextOf(CommonFields.Marker)!;
        var (answer, named) = await LookAsync(operation, site, cancel);
        if (answer is Answer<ImmutableArray<Marked>>.Ok { Value.IsEmpty: var gone } && gone != named is Resolution.Not { Absent: not null })
        {
            // It may have gone between the two looks: by our own doing, where a request was late.
            (answer, named) = await LookAsync(operation, site, cancel);
        }
        if (answer is not Answer<ImmutableArray<Marked>>.Ok { Value: var marked })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        return (marked, named) switch
        {
            (_, Resolution.Unseen or Resolution.Later) => Standings.Blocked(named, operation.Id)!,
            ([], Resolution.Not { Absent: not null }) => new Standing.Done(null, Changesets.Fields.None) { Seen = [new Observed($"{Resource.Title} {marker}", Observed.Absent)] },
            ([], Resolution.One one) => await OtherAsync(operation, one, site, cancel),
            ([var held], Resolution.One one) when held.Id == one.Id => await UntouchedAsync(operation, new FoundMarked(held, one.Seen), site, cancel),
            ([var held], Resolution.One or Resolution.Not { Absent: not null }) => Standings.Conflict(new Problem(
                Codes.ChangedSince, operation.Id, $"What {marker} made is on {site.Name} as {held.Words}; the changeset would delete {operation.On}.", $"Somebody changed it since. Look at it on {site.Name}; delete it by hand, if it is to go.")),
            ([], _) or ([_], _) => Standings.Blocked(named, operation.Id)!,
            _ => Standings.Conflict(new Problem(
                Codes.SeveralFound, operation.Id, $"{site.Name} has {marked.Length} of {marker}: {string.Join("; ", marked.Select(m => m.Words))}.", "Delete the surplus there by hand, then plan again.")),
        };
    }

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Delete operation, Site site, long id, CancellationToken cancel) =>
        (await WithIdAsync(id, site, cancel)).Map(found => found is [var held] ? held.Held : Changesets.Fields.None);

    protected override Fields BeforeImage(Operation.Delete operation, Fields held) => KeptOf(held);

    protected override Task<Answer<long>> TakeBackAsync(Operation.Delete operation, WritableSite site, long id, CancellationToken cancel) =>
        Task.FromResult<Answer<long>>(new Answer<long>.Refused(new Problem(Codes.Deleted, "", $"The {Resource.Title} stays deleted: nothing brings it back.")));

    protected override Fields AfterImage(Operation.Delete operation, Fields held) => Changesets.Fields.None;

    protected override ImmutableArray<Difference> Differences(Operation.Delete operation, Fields held, Changeset changeset) =>
        held.Count == 0 ? [] : [new Difference(Resource.Title, "gone", "still there")];

    /// <summary>What bears the marker, and what the reference names: two looks.</summary>
    private async Task<TwoLooks> LookAsync(Operation.Delete operation, Site site, CancellationToken cancel) =>
        new(await MarkedAsync(operation.Before.TextOf(CommonFields.Marker)!, site, cancel), await site.ResolveAsync(operation.On, Resource, cancel));

    private async Task<Standing> UntouchedAsync(Operation.Delete operation, FoundMarked found, Site site, CancellationToken cancel)
    {
        var ((id, held, _), seen) = found;
        if (await InTheWayAsync(operation, found.Object, site, cancel) is { } blocked)
        {
            return blocked;
        }
        var moved = Fields.Differences(operation.Before, held)
            .Select(d => new Problem(Codes.ChangedSince, $"{operation.Id}.{d.Field}", $"{d.Field} is '{d.Found}' on {site.Name}; the changeset would delete it only with '{d.Expected}'.", $"Find out which is right. Then delete it by hand on {site.Name}, or make the changeset again with `replay revert`."))
            .ToImmutableArray();
        return !moved.IsEmpty
            ? new Standing.Conflict(moved)
            : new Standing.Ready(id) { Seen = [.. seen, .. operation.Before.Select(b => new Observed(b.Key, Fields.Words(b.Key, held[b.Key])))] };
    }

    private async Task<Standing> OtherAsync(Operation.Delete operation, Resolution.One one, Site site, CancellationToken cancel)
    {
        var answer = await WithIdAsync(one.Id, site, cancel);
        return answer is Answer<ImmutableArray<Marked>>.Ok { Value: var found }
            ? Standings.Conflict(new Problem(
                Codes.OtherMarker, operation.Id,
                $"{string.Join("; ", found.Select(f => f.Words))} on {site.Name} has the marker '{string.Join("; ", found.Select(f => f.Held.TextOf(CommonFields.Marker)))}', not '{operation.Before.TextOf(CommonFields.Marker)}': it is not what the changeset made.",
                $"Leave it. What the changeset made is gone from {site.Name}; somebody entered this one."))
            : Standings.Unseen(answer.ProblemOf(operation.Id));
    }

    private sealed record TwoLooks(Answer<ImmutableArray<Marked>> Marked, Resolution Named);

    /// <summary>What bears the marker and is what the reference names.</summary>
    private sealed record FoundMarked(Marked Object, ImmutableArray<Observed> Seen);
}

/// <summary>An object found by its marker.</summary>
/// <param name="Held">All that it holds, its marker too.</param>
/// <param name="Words">By which a person knows it.</param>
internal sealed record Marked(long Id, Fields Held, string Words);
