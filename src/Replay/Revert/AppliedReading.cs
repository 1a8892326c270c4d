using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Replay;

/// <summary>
/// Finds out what of a changeset is on a target by its doing: by the ledger, and for what it made by the marker, which
/// proves it even where the ledger is lost. What was so already before is not its doing.
/// </summary>
internal sealed class AppliedReading(Past past, Site site)
{
    private Site site = site;
    private Applied applied = Applied.None;

    public async Task<Applied> ReadAsync(CancellationToken cancel)
    {
        foreach (var operation in site.Changeset.Operations)
        {
            if (applied.Unseen is null)
            {
                applied = await (operation switch
                {
                    _ when Catalogue.Named(operation.Resource)!.TakenBackByHand is { } why => Task.FromResult(ByHand(operation, why)),
                    Operation.Create create when Deletion.Of(create) is { } deletion => CreatedAsync(create, deletion, cancel),
                    Operation.Create create when Catalogue.Named(operation.Resource)!.Stays is { } why => StayingAsync(create, why, cancel),
                    { TakesAway: true } => Task.FromResult(TakenAway(operation)),
                    _ => DoneAsync(operation, cancel),
                });
            }
        }
        return applied;
    }

    private async Task<Applied> CreatedAsync(Operation.Create operation, Deletion deletion, CancellationToken cancel)
    {
        var answer = await deletion.MarkedAsync(site.Changeset.MarkerOf(operation), site, cancel);
        switch (answer)
        {
            case Answer<ImmutableArray<Marked>>.Ok { Value: [] }:
                return Note(past.Of(operation.Id).Applied
                    ? $"{operation.Id} is no longer on {site.Name}: somebody deleted it."
                    : $"{operation.Id} was not applied on {site.Name}.");
            case Answer<ImmutableArray<Marked>>.Ok { Value: [var made] }:
                site = site with { Bindings = site.Bindings.With(operation.Id, made.Id) };
                return applied with
                {
                    Operations = applied.Operations.Add(new AppliedOperation(operation, made.Id, Made: true)),
                    Objects = applied.Objects.Add(operation.Id, new MadeObject(made, deletion)),
                    Bindings = site.Bindings,
                };
            case Answer<ImmutableArray<Marked>>.Ok { Value: var several }:
                return Leave(new Problem(Codes.SeveralFound, operation.Id, $"{site.Name} has {several.Length} objects of {operation.Id}: {string.Join("; ", several.Select(m => m.Words))}.", "Look at them there; delete the surplus by hand."));
            default:
                return applied with { Unseen = answer.ProblemOf(operation.Id) };
        }
    }

    /// <summary>What stays is left to a person; what else hangs on it is still taken back, so it is looked for.</summary>
    private async Task<Applied> StayingAsync(Operation.Create operation, string why, CancellationToken cancel)
    {
        var answer = await site.Read.Objects(Catalogue.Named(operation.Resource)!)
            .FindAsync([ObjectLook.Marked(site.Changeset.MarkerOf(operation))], cancel);
        switch (answer)
        {
            case Answer<ImmutableArray<DolibarrObject>>.Ok { Value: [var made] }:
                site = site with { Bindings = site.Bindings.With(operation.Id, made.Id) };
                return ByHand(operation, why) with { Bindings = site.Bindings };
            case Answer<ImmutableArray<DolibarrObject>>.Ok:
                return ByHand(operation, why);
            default:
                return applied with { Unseen = answer.ProblemOf(operation.Id) };
        }
    }

    /// <summary>An update, an attachment or a validation, or a creation of what bears no marker.</summary>
    private async Task<Applied> DoneAsync(Operation operation, CancellationToken cancel)
    {
        var known = past.Of(operation.Id);
        var onMade = operation.DoneTo is Reference.Created { Operation: var by };
        if (operation.DoneTo is Reference.Created { Operation: var maker } && !applied.Objects.ContainsKey(maker))
        {
            // It went with its object, or never came to be.
            return applied;
        }
        if (!known.Wrote && !onMade && known.Sent is null)
        {
            return Note(known.Applied ? $"{operation.Id} was already as asked on {site.Name} before this changeset; it is left." : $"{operation.Id} was not applied on {site.Name}.");
        }
        // Without the ledger's word it is this changeset's doing only where the target shows it, on what is its own or was sent.
        if (!known.Wrote)
        {
            switch (await OperationKind.Of(operation)!.StandAsync(operation, site, Asking.AfterSending, cancel))
            {
                case Standing.Unseen { Problem: var problem }:
                    return applied with { Unseen = problem };
                case not Standing.Done:
                    return Note($"{operation.Id} was not applied on {site.Name}.");
            }
        }
        return await site.ResolveAsync(
            operation.DoneTo ?? new Reference.Found(operation.Asked), ResourceOperations.Named(operation.Resource)!, cancel) switch
        {
            Resolution.One { Id: var id } => applied with { Operations = applied.Operations.Add(new AppliedOperation(operation, id, onMade)) },
            Resolution.Unseen { Problem: var problem } => applied with { Unseen = problem },
            Resolution.Not { Absent: not null } when operation is Operation.Create =>
                Note($"{operation.Id} is no longer on {site.Name}: somebody took it back."),
            Resolution.Not { Problems: [var first, ..] } => Leave(first with { Code = Codes.ChangedSince, Place = operation.Id, Remedy = $"Find out on {site.Name} what became of it, and put it right by hand." }),
            _ => applied,
        };
    }

    private Applied TakenAway(Operation operation) => past.Of(operation.Id).Wrote
        ? Leave(operation is Operation.Delete
            ? new Problem(Codes.Deleted, operation.Id, $"{operation.Id} deleted {operation.Resource} {operation.DoneTo} on {site.Name}; nothing brings it back.", "If it is still wanted, enter it again: all that it held is in the changeset.")
            : new Problem(Codes.Detached, operation.Id, $"{operation.Id} took the file '{operation.Held.TextOf("name")}' off {operation.DoneTo} on {site.Name}; its bytes were not kept.", "If it is still wanted, attach it again from the original document."))
        : Note($"{operation.Id} was not applied on {site.Name}.");

    private Applied ByHand(Operation operation, string why) => past.Of(operation.Id).Wrote
        ? Leave(new Problem(Codes.ByHand, operation.Id, why, $"Take it back on {site.Name} by hand, or record what is to be there now as a new changeset."))
        : Note($"{operation.Id} was not applied on {site.Name} by this changeset.");

    private Applied Leave(Problem problem) => applied with { Left = applied.Left.Add(problem) };

    private Applied Note(string note) => applied with { Notes = applied.Notes.Add(note) };
}
