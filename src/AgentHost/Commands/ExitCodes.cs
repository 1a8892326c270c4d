using System.Collections.Frozen;
using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.AgentHost;

/// <summary>Which problems are a refusal and which a failure.</summary>
internal static class ExitCodes
{
    /// <summary>The server, the disk or the configuration; all other problems are refusals.</summary>
    private static readonly FrozenSet<string> Failures = FrozenSet.ToFrozenSet(
    [
        NoAnswerCodes.Timeout, NoAnswerCodes.Connection, NoAnswerCodes.TooLarge, NoAnswerCodes.NotJson, NoAnswerCodes.Redirected, NoAnswerCodes.ServerError, NoAnswerCodes.ListMoved,
        NoAnswerCodes.Unavailable, NoAnswerCodes.DatabaseDown, NoAnswerCodes.KeyUnread, "may-still-come",
        ErrorCodes.WrongKey, ErrorCodes.UnknownRoute, ErrorCodes.TooManyRequests, ErrorCodes.DatabaseError,
        "no-answer", "changesets-unwritable", "left-behind", "unexpected", "stopped",
        "url-missing", "url-malformed", "url-not-https", "url-with-user", "url-with-query", "url-names-api", "key-missing", "key-malformed", "name-not-kebab-case", "name-too-long",
        "model-url-missing", "model-url-malformed", "model-url-not-https", "model-url-with-user", "model-url-with-query", "model-url-is-erp",
        "model-key-missing", "model-key-malformed", "model-missing", "instruction-missing",
        "mailbox-url", "mailbox-several", "mailbox-missing", "mailbox-secret-missing", "mailbox-secret-twice", "secret-missing",
            "secret-malformed", "secret-unreadable", "secret-command",
        "mailbox-unreachable", "mailbox-certificate", "mailbox-tls", "mailbox-timeout", "mailbox-connection-lost", "mailbox-answer",
            "mailbox-too-much", "mailbox-refused",
        "mailbox-sign-in", "mailbox-no-sign-in", "mailbox-folder-missing", "mailbox-read-only", "mailbox-move-to-itself",
            "mailbox-too-many", "mailbox-renumbered", "mailbox-not-moved",
        "no-file", "file-missing", "file-unreadable", "file-is-folder",
    ], StringComparer.Ordinal);

    /// <summary>A failure where any of them is one: it hides what the rules would have said.</summary>
    public static int Of(ImmutableArray<Problem> problems) => OfCodes(problems.Select(p => p.Code));

    /// <summary>The same by their codes.</summary>
    public static int OfCodes(IEnumerable<string> codes) => codes.Any(IsFailure) ? ExitCode.Failed : ExitCode.Refused;

    /// <summary>Whether a problem is one of the server, the disk or the configuration.</summary>
    public static bool IsFailure(string code) => Failures.Contains(code);
}
