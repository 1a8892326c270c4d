using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Recording;

/// <summary>Takes operations out of the sandbox again, last first. What was done to an object that goes as a whole goes with it.</summary>
internal sealed class Discard(WritableSite site)
{
    /// <summary>What could not be taken back, each with what to do by hand.</summary>
    public async Task<ImmutableArray<Problem>> TakeBackAsync(ImmutableArray<Operation> operations, CancellationToken cancel)
    {
        var left = ImmutableArray.CreateBuilder<Problem>();
        foreach (var operation in operations.Reverse().Where(o => o.DoneTo is not Reference.Created))
        {
            var kind = Resources.KindOf(operation)!;
            var answer = await kind.StandAsync(operation, site.Site, Asking.AfterSending, cancel) switch
            {
                Standing.Done { Id: { } id } => await kind.TakeBackAsync(operation, site, id, cancel),
                Standing.Unseen { Problem: var problem } => Refused(problem.Message, problem.Remedy),
                Standing.Conflict { Problems: [var first, ..] } => Refused(first.Message, "Look at it on the sandbox and put it right by hand."),
                // It is not there any more.
                _ => new Answer<long>.Ok(0),
            };
            if (answer is not Answer<long>.Ok)
            {
                left.Add(answer.ProblemOf(operation.Id));
            }
        }
        return left.ToImmutable();
    }

    private static Answer<long> Refused(string message, string advice) => new Answer<long>.Refused(new DolibarrError(0, "not-as-left", message, advice));
}
