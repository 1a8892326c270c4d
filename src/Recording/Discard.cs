using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Recording;

/// <summary>
/// Takes operations out of the sandbox again, last first. What was done to an object that goes as a whole goes with it.
/// Cut short anywhere and begun again, it ends in the same: what is back already is left alone.
/// </summary>
internal sealed class Discard(WritableSite site)
{
    /// <summary>What could not be taken back, each with what to do by hand. Asked to stop, it begins no other operation; the one that has begun goes to its end.</summary>
    public async Task<ImmutableArray<Problem>> TakeBackAsync(ImmutableArray<Operation> operations, CancellationToken cancel)
    {
        var left = ImmutableArray.CreateBuilder<Problem>();
        foreach (var operation in Merged(operations).Reverse().Where(o => o.DoneTo is not Reference.Created))
        {
            cancel.ThrowIfCancellationRequested();
            if (await TakeBackAsync(operation, CancellationToken.None) is { } problem)
            {
                left.Add(problem);
            }
        }
        return left.ToImmutable();
    }

    /// <summary>Null where it is back, or was never there.</summary>
    private async Task<Problem?> TakeBackAsync(Operation wanted, CancellationToken cancel)
    {
        var operation = await AsFarAsDoneAsync(wanted, cancel);
        var kind = OperationKind.Of(operation)!;
        var answer = (operation, await kind.StandAsync(operation, site.Site, Asking.AfterSending, cancel)) switch
        {
            ({ TakesAway: true }, Standing.Done) => await kind.TakeBackAsync(operation, site, 0, cancel),
            (Operation.Update update, Standing.Done { Id: { } id }) => await RestoreAsync(kind, update, id, cancel),
            (Operation.Update update, Standing.Ready { On: { } id }) => await RestoreAsync(kind, update, id, cancel),
            (_, Standing.Done { Id: { } id }) => await kind.TakeBackAsync(operation, site, id, cancel),
            (_, Standing.Unseen { Problem: var problem }) => Refused(problem.Message, problem.Remedy),
            (_, Standing.Conflict { Problems: [var first, ..] }) => Refused(first.Message, "Look at it on the sandbox and put it right by hand."),
            // It is no longer there.
            _ => new Answer<long>.Ok(0),
        };
        return answer is Answer<long>.Ok ? null : answer.ProblemOf(operation.Id);
    }

    /// <summary>
    /// All updates of an object that was there before as one, in the place of the last: from what the last left to what
    /// the first found. One by one, a second run would take a step that is back already for somebody else's change.
    /// </summary>
    private static ImmutableArray<Operation> Merged(ImmutableArray<Operation> operations)
    {
        var last = Updates(operations).ToDictionary(g => g.Last().Id, g => g.Aggregate((first, next) => next with { Before = next.Before.With(first.Before), Set = first.Set.With(next.Set) }));
        return [.. operations.Where(o => o is not Operation.Update || last.ContainsKey(o.Id)).Select(o => last.GetValueOrDefault(o.Id) ?? o)];
    }

    private static IEnumerable<IGrouping<UpdatedObject, Operation.Update>> Updates(IEnumerable<Operation> operations) =>
        operations.OfType<Operation.Update>().GroupBy(u => new UpdatedObject(u.Resource, u.On));

    private sealed record UpdatedObject(string Resource, Reference On);

    /// <summary>The merged update with, for each field, the step that the sandbox is at: the last may never have been done.</summary>
    private async Task<Operation> AsFarAsDoneAsync(Operation operation, CancellationToken cancel)
    {
        var kind = OperationKind.Of(operation)!;
        if (operation is not Operation.Update update
            || await site.Site.ResolveAsync(update.On, ResourceOperations.Named(update.Resource)!, cancel) is not Resolution.One { Id: var id }
            || await kind.ReadAsync(update, site.Site, id, cancel) is not Answer<Fields>.Ok { Value: var held })
        {
            return operation;
        }
        var steps = Updates(site.Site.Changeset.Operations).Single(g => g.Key == new UpdatedObject(update.Resource, update.On)).SelectMany(u => u.Set);
        return update with { Set = steps.Where(step => kind.Fields.Differences(Fields.None.With(step.Key, step.Value), held).IsEmpty).Aggregate(update.Set, (set, step) => set.With(step.Key, step.Value)) };
    }

    private async Task<Answer<long>> RestoreAsync(OperationKind kind, Operation.Update update, long id, CancellationToken cancel)
    {
        if (await MissingAsync(kind, update, id, cancel) is Answer<ImmutableArray<Difference>>.Ok { Value: [] })
        {
            return new Answer<long>.Ok(id);
        }
        var taken = await kind.TakeBackAsync(update, site, id, cancel);
        // Dolibarr's yes proves nothing here either.
        return await taken.ThenAsync(async _ => (await MissingAsync(kind, update, id, cancel)).Then(missing => missing.IsEmpty
            ? new Answer<long>.Ok(id)
            : Refused($"Dolibarr did not set it back: {string.Join("; ", missing)}.", "Put it back by hand on the sandbox.")));
    }

    private async Task<Answer<ImmutableArray<Difference>>> MissingAsync(OperationKind kind, Operation.Update update, long id, CancellationToken cancel) =>
        (await kind.ReadAsync(update, site.Site, id, cancel)).Map(held => kind.Fields.Differences(update.Before, held));

    private static Answer<long> Refused(string message, string advice) => new Answer<long>.Refused(new Problem(Codes.NotAsLeft, "", message, advice));
}
