namespace DolibarrAgent.Replay;

/// <summary>
/// A moment in a replay at which its process may die: just before or just behind an entry in the ledger. Between two of
/// them lies all that a replay does: behind an intent comes the send, before an answer it has ended; behind the answers
/// comes the read-back, before the outcomes it has ended.
/// </summary>
/// <param name="Entry">The kind of entry, of <see cref="EntryKind"/>.</param>
/// <param name="Operation">The operation, the first where there are several; empty where it is about the whole.</param>
/// <param name="Written">Whether the entry is durable by now.</param>
public sealed record Step(string Entry, string Operation, bool Written);
