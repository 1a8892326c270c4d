namespace DolibarrAgent.Replay;

/// <summary>What a check of the whole chain found.</summary>
/// <param name="Entries">How many there are, up to the fault.</param>
/// <param name="Head">The hash of the last of them: note it elsewhere, and nobody can rewrite the ledger unseen.</param>
/// <param name="Fault">Null where the chain holds.</param>
public sealed record CheckedChain(long Entries, string Head, ChainFault? Fault)
{
    internal Link Last => new(Entries, Head);
}

/// <summary>A place in the chain: an entry's number, and its hash.</summary>
internal sealed record Link(long Number, string Hash)
{
    /// <summary>Before the first entry.</summary>
    public static Link Start { get; } = new(0, LedgerEntry.Start);
}

/// <summary>Goes along the entries, in the order of their numbers, and stops at the first that is not as it was written.</summary>
/// <param name="head">What the ledger says is its last entry; null where it does not say.</param>
internal sealed class Chain(Link? head)
{
    private Link beforePrevious = Link.Start;
    private Link previous = Link.Start;
    private LedgerEntry? last;
    private LedgerEntry? suspect;

    /// <summary>Takes the next entry, and says what is wrong up to it.</summary>
    public ChainFault? Next(LedgerEntry entry)
    {
        if (suspect is not null)
        {
            // Where the next one belongs into the suspect's place, the suspect was pushed in.
            return (entry with { Number = suspect.Number }).Follows(previous.Hash) ? new ChainFault.Added(suspect) : new ChainFault.Changed(suspect);
        }
        var expected = previous.Number + 1;
        if (entry.Number < expected || (head is not null && expected > head.Number))
        {
            return new ChainFault.Added(entry);
        }
        if (entry.Number > expected)
        {
            return new ChainFault.Removed(expected, entry.Number - 1);
        }
        if (!entry.Follows(previous.Hash))
        {
            if (last is not null && (entry with { Number = last.Number }).Follows(beforePrevious.Hash))
            {
                return new ChainFault.Added(last);
            }
            suspect = entry;
            return null;
        }
        (beforePrevious, previous, last) = (previous, new Link(entry.Number, entry.Hash), entry);
        return null;
    }

    /// <summary>What is wrong once there are no more.</summary>
    public CheckedChain End(ChainFault? found) => new(previous.Number, previous.Hash, found ?? AtTheEnd());

    private ChainFault? AtTheEnd() => this switch
    {
        { suspect: { } changed } => new ChainFault.Changed(changed),
        { } when head is null => new ChainFault.HeadRemoved(),
        { } when head.Number > previous.Number => new ChainFault.Removed(previous.Number + 1, head.Number),
        { } when head.Hash != previous.Hash => last is null ? new ChainFault.HeadRemoved() : new ChainFault.Changed(last),
        _ => null,
    };
}
