using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>
/// The first thing that is not as it was written. Somebody who rewrites all of it, or its end and its head, leaves a
/// chain that holds: that shows only against what was noted elsewhere (<see cref="LastSeen"/>). Closed.
/// </summary>
public abstract record ChainFault
{
    private ChainFault() { }

    /// <summary><c>changed</c>, <c>removed</c>, <c>added</c>, <c>head-removed</c>, <c>shortened</c> or <c>rewritten</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The number of the entry, or of the first of several; null where it is about none.</summary>
    public abstract long? First { get; }

    /// <summary>What happened to which entry, in a sentence.</summary>
    public abstract override string ToString();

    /// <summary>An entry is not what was written in its place.</summary>
    public sealed record Changed(LedgerEntry Entry) : ChainFault
    {
        public override string Kind => "changed";

        public override long? First => Entry.Number;

        public override string ToString() => Invariant($"{Named(Entry)} was changed, or put in the place of another: it is not what was written {(Entry.Number == 1 ? "first" : $"behind entry {Entry.Number - 1}")}.");
    }

    /// <summary>Entries that were written are not there.</summary>
    public sealed record Removed(long From, long To) : ChainFault
    {
        public override string Kind => "removed";

        public override long? First => From;

        public override string ToString() => From == To ? Invariant($"Entry {From} was removed.") : Invariant($"Entries {From} to {To} were removed.");
    }

    /// <summary>An entry is there that was never written by a replay.</summary>
    public sealed record Added(LedgerEntry Entry) : ChainFault
    {
        public override string Kind => "added";

        public override long? First => Entry.Number;

        public override string ToString() => $"{Named(Entry)} was added: the ledger did not write it there.";
    }

    /// <summary>What says which entry is the last is not there.</summary>
    public sealed record HeadRemoved : ChainFault
    {
        public override string Kind => "head-removed";

        public override long? First => null;

        public override string ToString() => "What says which entry is the last was removed: nobody can tell whether entries were removed from the end.";
    }

    /// <summary>The chain holds, and ends before an entry that this user saw in it: <see cref="LastSeen"/>.</summary>
    public sealed record Shortened(long Last, long Seen) : ChainFault
    {
        public override string Kind => "shortened";

        public override long? First => Last + 1;

        public override string ToString() => Invariant($"The ledger ends with entry {Last}, and this user saw {Seen} entries in it before: the last ones were removed, or an older copy was put in its place.");
    }

    /// <summary>The chain holds, and an entry differs from what this user saw in its place: <see cref="LastSeen"/>.</summary>
    public sealed record Rewritten(long Number) : ChainFault
    {
        public override string Kind => "rewritten";

        public override long? First => Number;

        public override string ToString() => Invariant($"Entry {Number} differs from what this user saw there before: the ledger was rewritten from there or from an earlier entry, or another ledger was put in its place.");
    }

    private static string Named(LedgerEntry entry) => Invariant(
        $"Entry {entry.Number} ({entry.Content.Kind}{(entry.Content.Operation.Length == 0 ? "" : $" of {entry.Content.Operation}")}, changeset {entry.Content.Changeset}, {entry.Content.Target}, {Moments.Shown(entry.At)})");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
