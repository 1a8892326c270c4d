using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>A site with leave to write to it.</summary>
internal sealed record WritableSite(Site Site, DolibarrWriter Writer)
{
    /// <summary>The id of a referenced object, at the moment of sending. What cannot be named is refused before anything is sent.</summary>
    public async Task<Answer<long>> IdOfAsync(Reference reference, Resource resource, CancellationToken cancel) =>
        await Site.ResolveAsync(reference, resource, cancel) switch
        {
            Resolution.One one => new Answer<long>.Ok(one.Id),
            Resolution.Later later => Refuse($"{resource.Title} {later.Operation} is not made yet.", "Do that operation first."),
            Resolution.Not { Problems: [var first, ..] } => Refuse(first.Message, first.Remedy),
            Resolution.Unseen { Problem: var problem } => new Answer<long>.Unanswered(new NoAnswer(problem.Code, false, problem.Message, problem.Remedy)),
            _ => Refuse($"{resource.Title} {reference} cannot be named.", "Plan again."),
        };

    private static Answer<long> Refuse(string message, string advice) => new Answer<long>.Refused(new DolibarrError(0, "unresolved-reference", message, advice));
}
