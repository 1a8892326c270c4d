using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Replay;

/// <summary>
/// The operations that take back what was applied, last first: what it made is deleted where nobody has touched it,
/// fields are set back, files come off. What the changeset made and what must stay, stays whole: with its file and its fields.
/// </summary>
internal sealed class TakingBack(Site site, Applied applied)
{
    private readonly ImmutableArray<Problem>.Builder left = ImmutableArray.CreateBuilder<Problem>();
    private readonly Dictionary<string, Operation.Delete> deletions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reversal> reversals = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Operation>.Builder operations = ImmutableArray.CreateBuilder<Operation>();

    /// <summary>What cannot be taken back, by the operations that did it.</summary>
    public ImmutableArray<Problem> Left => [.. applied.Left, .. left];

    /// <summary>The operations, with the ids of those that they take back; or why the target could not be looked at.</summary>
    public async Task<Answer<ImmutableArray<Operation>>> MakeAsync(CancellationToken cancel)
    {
        // What bears no marker first: it goes before that on which it stands.
        foreach (var done in applied.Operations.Where(o => o is { Operation: Operation.Create, Made: false }))
        {
            var reversal = await OperationKind.Of(done.Operation)!.ReverseAsync(done.Operation, site, done.Id, cancel);
            if (reversal is not Answer<Reversal>.Ok { Value: var back })
            {
                return reversal.Map<ImmutableArray<Operation>>(_ => []);
            }
            reversals[done.Operation.Id] = back;
        }
        // Deletions then: what is done to an object that goes as a whole needs no taking back of its own.
        foreach (var made in applied.Operations.Where(o => o is { Operation: Operation.Create, Made: true }).Reverse())
        {
            if (await DecideAsync(made, cancel) is { } unseen)
            {
                return Unanswered(unseen);
            }
        }
        foreach (var done in applied.Operations.Reverse())
        {
            var step = await (done.Operation switch
            {
                Operation.Create create when deletions.TryGetValue(create.Id, out var deletion) => Task.FromResult<Answer<Operation?>>(new Answer<Operation?>.Ok(deletion)),
                _ when done.Made => Task.FromResult<Answer<Operation?>>(new Answer<Operation?>.Ok(null)),
                Operation.Update => UpdateAsync(done, cancel),
                _ => ReverseAsync(done, cancel),
            });
            if (step is not Answer<Operation?>.Ok { Value: var back })
            {
                return step.Map<ImmutableArray<Operation>>(_ => []);
            }
            if (back is not null)
            {
                operations.Add(back);
            }
        }
        return new Answer<ImmutableArray<Operation>>.Ok(operations.ToImmutable());
    }

    /// <summary>Whether what was made can be deleted. The problem is of looking, not of what was seen.</summary>
    private async Task<Problem?> DecideAsync(AppliedOperation made, CancellationToken cancel)
    {
        var (held, deletion) = applied.Objects[made.Operation.Id];
        var places = string.Join(", ", applied.Operations.Where(made.IsOn).Select(o => o.Operation.Id));
        var candidate = new Operation.Delete { Id = places, Resource = made.Operation.Resource, On = new Reference.Created(made.Operation.Id), Before = deletion.KeptOf(held.Held) };
        var going = site with
        {
            Changeset = site.Changeset with
            {
                Operations = [.. reversals.Values.Select(one => one.Back).OfType<Operation>(), .. deletions.Values, candidate],
            },
        };
        switch (await deletion.InTheWayAsync(candidate, held, going, cancel))
        {
            case Standing.Unseen { Problem: var problem }:
                return problem;
            case Standing.Conflict { Problems: var problems }:
                left.AddRange(problems);
                return null;
        }
        var drift = deletion.Fields.Differences(Untouched(deletion, made), held.Held);
        if (!drift.IsEmpty)
        {
            left.Add(new Problem(
                Codes.ChangedSince, places, $"{held.Words} was changed on {site.Name} since: {string.Join("; ", drift.Select(d => $"{d.Field} is '{d.Found}', the changeset left '{d.Expected}'"))}.",
                $"Find out what for. Delete it by hand on {site.Name}, if it is to go."));
            return null;
        }
        var named = await ResourceOperations.Named(made.Operation.Resource)!.NameAsync(held.Id, site, cancel);
        if (named is not Answer<Reference.Found>.Ok { Value: var on })
        {
            return named.ProblemOf(places);
        }
        deletions[made.Operation.Id] = candidate with { On = on };
        return null;
    }

    /// <summary>What an object that this changeset made holds where nobody has touched it: what the operations left in it, and nothing in any other field.</summary>
    private Fields Untouched(Deletion deletion, AppliedOperation made)
    {
        var all = applied.Operations.Where(o => o.IsOn(made)).Select(o => o.Operation).ToList();
        var empty = deletion.Fields.All.Where(rule => rule is { Drawn: false, Type: not (FieldType.Reference or FieldType.Rows) } && rule.Name != CommonFields.Marker)
            .Aggregate(Fields.None, (fields, rule) => rule.Type == FieldType.Flag ? fields.With(rule.Name, false) : fields.With(rule.Name, ""));
        return deletion.Untouched(all.Where(o => o is not Operation.Attach).Aggregate(empty, (fields, o) => fields.With(o.After)), all);
    }

    /// <summary>One update for all updates of an object, in the place of the last.</summary>
    private async Task<Answer<Operation?>> UpdateAsync(AppliedOperation done, CancellationToken cancel)
    {
        var updates = applied.Operations.Where(o => o.Operation is Operation.Update && o.IsOn(done)).ToList();
        if (updates[^1] != done)
        {
            return new Answer<Operation?>.Ok(null);
        }
        var back = new UpdateBack(site);
        var update = await back.MakeAsync(updates, cancel);
        left.AddRange(back.Left);
        return update.Map(Operation? (made) => made);
    }

    private async Task<Answer<Operation?>> ReverseAsync(AppliedOperation done, CancellationToken cancel) =>
        (reversals.TryGetValue(done.Operation.Id, out var known)
            ? new Answer<Reversal>.Ok(known)
            : await OperationKind.Of(done.Operation)!.ReverseAsync(done.Operation, site, done.Id, cancel)).Map(reversal =>
        {
            if (reversal.Left is { } problem)
            {
                left.Add(problem);
            }
            return reversal.Back;
        });

    private static Answer<ImmutableArray<Operation>> Unanswered(Problem problem) =>
        new Answer<ImmutableArray<Operation>>.Unanswered(problem, false);
}
