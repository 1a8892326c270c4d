using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Recording;

/// <summary>What an object held before, read from the sandbox just before it is changed.</summary>
internal sealed class BeforeImages(OperationKind kind)
{
    /// <summary>The operation with its before-image, or why its object cannot be read.</summary>
    public async Task<Pictured> TakeAsync(Operation operation, Site site, CancellationToken cancel)
    {
        if (operation.DoneTo is not { } on || operation is Operation.Attach)
        {
            return new Pictured(operation, null);
        }
        switch (await site.ResolveAsync(on, ResourceOperations.Named(operation.Resource)!, cancel))
        {
            case Resolution.One { Id: var id }:
                var answer = await kind.ReadAsync(operation, site, id, cancel);
                return answer is Answer<Fields>.Ok { Value: var held }
                    ? new Pictured(With(operation, kind.BeforeImage(operation, held)), null)
                    : new Pictured(operation, answer.ProblemOf(operation.Id));
            case Resolution.Not { Problems: [var first, ..] }:
                return new Pictured(operation, first);
            case Resolution.Unseen { Problem: var problem }:
                return new Pictured(operation, problem);
            default:
                return new Pictured(operation, new Problem(Codes.UnknownReference, operation.Id, $"{on} is not there yet."));
        }
    }

    private static Operation With(Operation operation, Fields before) => operation switch
    {
        Operation.Update update => update with { Before = before },
        Operation.Validate validate => validate with { Before = before },
        Operation.Delete delete => delete with { Before = before },
        Operation.Detach detach => detach with { Before = before },
        _ => operation,
    };
}

/// <summary>An operation with its before-image.</summary>
/// <param name="Problem">Why its object cannot be read; null where it can.</param>
internal sealed record Pictured(Operation Operation, Problem? Problem);
