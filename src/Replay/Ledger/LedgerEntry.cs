using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DolibarrAgent.Replay;

/// <summary>What is to be remembered. The ledger adds its number, its time and the chain.</summary>
/// <param name="Changeset">The changeset's id; empty where the entry is about none.</param>
/// <param name="Target">The instance written to: <c>erp</c>, <c>erp-sandbox</c>.</param>
/// <param name="Operation">The operation's id; empty where the entry is about the whole.</param>
/// <param name="Kind">One of <see cref="EntryKind"/>.</param>
/// <param name="Body">JSON, by kind.</param>
public sealed record NewEntry(string Changeset, string Target, string Operation, string Kind, string Body);

/// <summary>One line of the ledger. Each carries the hash of the one before, so that none can be changed, removed or added unseen.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">UTC, to the millisecond. For people only: no decision rests on it but how long a server may still be busy.</param>
/// <param name="Hash">SHA-256 over the number, time, content and the hash of the entry before, each with its length, in hexadecimal.</param>
public sealed record LedgerEntry(long Number, DateTimeOffset At, NewEntry Content, string Hash)
{
    /// <summary>What the first entry has for the hash of the one before.</summary>
    public const string Start = "";

    public static LedgerEntry After(string previousHash, long number, DateTimeOffset at, NewEntry content)
    {
        var time = new DateTimeOffset(at.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        return new LedgerEntry(number, time, content, HashOf(previousHash, number, time, content));
    }

    /// <summary>Whether this is what was written behind the entry with that hash.</summary>
    public bool Follows(string previousHash) => Hash == HashOf(previousHash, Number, At, Content);

    private static string HashOf(string previousHash, long number, DateTimeOffset at, NewEntry content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Each part with its length: no two different entries give the same run of bytes.
        foreach (var part in (ReadOnlySpan<string>)[
            previousHash, number.ToString(CultureInfo.InvariantCulture), at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            content.Changeset, content.Target, content.Operation, content.Kind, content.Body])
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The kinds of entries; those of a changeset in the order in which they come.</summary>
public static class EntryKind
{
    /// <summary>A plan was shown that may be confirmed. Body: <see cref="ShownBody"/>.</summary>
    public const string Shown = "shown";

    /// <summary>A person confirmed a plan. Body: <see cref="ConfirmedBody"/>.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>An operation is about to be sent. Body: <see cref="IntentBody"/>.</summary>
    public const string Intent = "intent";

    /// <summary>What came back, or that nothing did. Body: <see cref="AnsweredBody"/>.</summary>
    public const string Answered = "answered";

    /// <summary>What became of an operation. Body: <see cref="OutcomeBody"/>.</summary>
    public const string Outcome = "outcome";

    /// <summary>The replay came to its end. Body: <see cref="FinishedBody"/>.</summary>
    public const string Finished = "finished";

    /// <summary>A person said no to a changeset. Body: <see cref="RejectedBody"/>.</summary>
    public const string Rejected = "rejected";

    /// <summary>A person took that back. Body: <see cref="RejectedBody"/>.</summary>
    public const string WantedAgain = "wanted-again";

    /// <summary>Which files the gate has, of no changeset. Body: <see cref="GateBody"/>.</summary>
    public const string Gate = "gate";

    /// <summary>A person said that the ledger is right as it is, of no changeset. Body: <see cref="AcceptedBody"/>.</summary>
    public const string Accepted = "accepted";
}
