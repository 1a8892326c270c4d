using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>
/// The durable record of what was intended, sent, answered and verified. Several callers in one process and many
/// processes may use one ledger at once. Every method throws <see cref="LedgerException"/> when the store refuses.
/// </summary>
public interface ILedger : IAsyncDisposable
{
    /// <summary>
    /// Appends all entries, in this order and in one transaction; they are on disk before it returns. What has begun is
    /// carried to its end whatever <paramref name="cancel"/> says: nobody would know otherwise whether it was written.
    /// </summary>
    Task AppendAsync(ImmutableArray<NewEntry> entries, CancellationToken cancel);

    /// <summary>
    /// All entries of one changeset and those of no changeset, on every target, oldest first. The whole chain is checked as
    /// it is at that moment: what a broken one tells is not relied on, and comes out as a <see cref="LedgerException"/>.
    /// </summary>
    Task<ImmutableArray<LedgerEntry>> OfAsync(string changeset, CancellationToken cancel);

    /// <summary>The first fault of the chain over the whole ledger, or null. Reads in a stream: memory does not grow with the ledger.</summary>
    Task<ChainFault?> VerifyAsync(CancellationToken cancel);

    /// <summary>
    /// Takes the right to replay one changeset on one target, or says who has it, since when. The right ends when it is
    /// disposed of, and with the process that holds it, however that dies.
    /// </summary>
    /// <param name="by">Who takes it, for whoever comes second: the user, the machine and the process.</param>
    Task<Hold> HoldAsync(string changeset, string target, string by, CancellationToken cancel);
}

/// <summary>What came of taking the right to replay one changeset on one target. Closed.</summary>
public abstract record Hold
{
    private Hold() { }

    /// <summary>It was taken.</summary>
    /// <param name="Right">Gives it back when it is disposed of.</param>
    public sealed record Mine(IAsyncDisposable Right) : Hold;

    /// <summary>Somebody else has it.</summary>
    /// <param name="By">Who, as that process said.</param>
    /// <param name="Since">UTC, by that process's clock.</param>
    public sealed record Theirs(string By, DateTimeOffset Since) : Hold
    {
        /// <summary>Somebody else is replaying it.</summary>
        internal Problem ProblemOf(string changeset, string target) => new(
            Codes.Held, changeset, $"Another replay of this changeset on {target} is under way: {By}, since {Moments.Shown(Since)}.");
    }
}

/// <summary>The ledger cannot be read or written. Nothing is sent to a target without it.</summary>
public sealed class LedgerException : Exception
{
    public LedgerException(Problem problem, Exception? inner = null)
        : base(problem.ToString(), inner) => Problem = problem;

    public Problem Problem { get; }
}
