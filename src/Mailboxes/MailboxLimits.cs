namespace DolibarrAgent.Mailboxes;

/// <summary>What a server may cost. A limit that is met is a problem that names it.</summary>
public sealed record MailboxLimits
{
    /// <summary>The limits that are meant for production.</summary>
    public static MailboxLimits Default { get; } = new();

    /// <summary>How long a connection may take, with TLS.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one command may take.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one message may take to come.</summary>
    public TimeSpan Message { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a farewell may take.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After how long IDLE is asked for anew. RFC 2177 asks for less than 29 minutes; routers forget a silent connection
    /// sooner.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(9);

    /// <summary>How often a server without IDLE is asked.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes that the answer to one command may have, beside a message or the list of messages.</summary>
    public int AnswerBytes { get; init; } = 1024 * 1024;

    /// <summary>Bytes of one message.</summary>
    public int MessageBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Messages of one folder.</summary>
    public int Messages { get; init; } = 100_000;

    /// <summary>Bytes by which a server describes one message in a list: its numbers, flags and keywords.</summary>
    internal const int BytesForEach = 1024;
}
