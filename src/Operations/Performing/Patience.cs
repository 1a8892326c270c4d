namespace DolibarrAgent.Operations;

/// <summary>How long to wait for a server that did not answer.</summary>
/// <param name="Settling">
/// After this long a server is taken to be done with a request whose sender has left. No call of Dolibarr tells that time, and
/// PHP's own limit does not count what a script waits for a lock: it is an assumption, or a person's word.
/// </param>
/// <param name="Between">From one question to the next.</param>
/// <param name="Clock">The time.</param>
public sealed record Patience(TimeSpan Settling, TimeSpan Between, TimeProvider Clock)
{
    public static Patience Default { get; } = new(TimeSpan.FromSeconds(35), TimeSpan.FromSeconds(1), TimeProvider.System);

    /// <summary>Whether a person said how long (<c>DOLIBARR_SETTLE_SECONDS</c>): only then is anything sent again on the strength of it that could take effect twice.</summary>
    public bool IsGiven { get; init; }

    /// <summary>When a server must be done with what was sent then. A clock that was set back must not make the wait longer than it would be for a send of this moment.</summary>
    public DateTimeOffset Until(DateTimeOffset sent, DateTimeOffset now) => (sent < now ? sent : now) + Settling;
}
