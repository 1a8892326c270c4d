using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>
/// What must be durable around a send, in this order: intent, send, answer. Where an intent cannot be kept, nothing is sent:
/// the implementation throws, and the exception goes through.
/// </summary>
public interface IJournal
{
    /// <summary>The operation is about to be sent. Returns once that is durable.</summary>
    /// <param name="attempt">From 1.</param>
    Task IntendAsync(Operation operation, int attempt, CancellationToken cancel);

    /// <summary>What came back.</summary>
    Task AnsweredAsync(Operation operation, Answer<long> answer, CancellationToken cancel);

    /// <summary>A person waits: the answer did not come, and the target is asked again until this moment.</summary>
    void Waiting(Operation operation, DateTimeOffset until);
}
