using DolibarrAgent.Changesets;

namespace DolibarrAgent.Mailboxes;

/// <summary>What a server gave, or why it did not. Closed.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public abstract record MailAnswer<T>
{
    private MailAnswer() { }

    /// <summary>It came.</summary>
    public sealed record Got(T Value) : MailAnswer<T>;

    /// <summary>It did not come.</summary>
    public sealed record Failed(MailFailure Failure) : MailAnswer<T>;
}

/// <summary>Why a server did not give what was asked for.</summary>
/// <param name="Problem">For a person. A server's words are in it, and no secret.</param>
/// <param name="Reach">What it means for what comes next.</param>
public sealed record MailFailure(Problem Problem, FailureReach Reach);

/// <summary>How far a failure reaches.</summary>
public enum FailureReach
{
    /// <summary>One message, or one deed: the next may go well.</summary>
    One,

    /// <summary>The connection: another one may go well.</summary>
    Connection,

    /// <summary>The mailbox, as it is asked for: a person has to change something.</summary>
    Mailbox,
}
