using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>
/// The durable record of what was intended, sent, answered and verified. An entry is on disk before the call returns.
/// Every method throws <see cref="LedgerException"/> when the store refuses.
/// </summary>
public interface ILedger : IAsyncDisposable
{
    Task<LedgerEntry> AppendAsync(NewEntry entry, CancellationToken cancel);

    /// <summary>All entries of one changeset, on every target, oldest first.</summary>
    Task<ImmutableArray<LedgerEntry>> OfAsync(string changeset, CancellationToken cancel);

    /// <summary>All entries, oldest first.</summary>
    Task<ImmutableArray<LedgerEntry>> AllAsync(CancellationToken cancel);

    /// <summary>
    /// Takes the right to replay one changeset on one target, or null where somebody else has it. It ends when it is
    /// disposed of, and with the process that holds it, however that dies.
    /// </summary>
    Task<IAsyncDisposable?> HoldAsync(string changeset, string target, CancellationToken cancel);
}

/// <summary>The ledger cannot be read or written. Nothing is sent to a target without it.</summary>
public sealed class LedgerException : Exception
{
    public LedgerException(Problem problem, Exception? inner = null)
        : base(problem.ToString(), inner) => Problem = problem;

    public Problem Problem { get; }
}
