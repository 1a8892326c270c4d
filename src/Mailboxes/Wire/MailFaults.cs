using System.Globalization;
using DolibarrAgent.Changesets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace DolibarrAgent.Mailboxes;

/// <summary>What a fault of a connection means to a person. A server's words are cut, and no secret is left in them.</summary>
internal sealed record MailFaults(MailboxUrl Url, MailboxSecret Secret)
{
    private const int MostSaid = 200;

    private string Place => Url.ToString();

    /// <summary>The failure. There is one for every fault: what a hostile server sends may fail anywhere in the library.</summary>
    /// <param name="fault">What happened.</param>
    /// <param name="doing">What it was at: <c>sign in</c>.</param>
    /// <param name="seconds">How long it might take.</param>
    public MailFailure Of(Exception fault, string doing, double seconds) => fault switch
    {
        SignInException none => Failed(none.ProblemOf(Secret.Kind, Place), FailureReach.Mailbox),
        AuthenticationException => Failed(Refused(fault), FailureReach.Mailbox),
        MessageNotFoundException => Failed(
            new Problem(Codes.MailboxMessageGone, Place, "The message is no longer in the folder."), FailureReach.One),
        ImapCommandException refused => Failed(
            new Problem(Codes.MailboxRefused, Place, $"The server does not {doing}: {Cut(refused.ResponseText)}"), FailureReach.One),
        OperationCanceledException => Failed(
            new Problem(Codes.MailboxTimeout, Place, $"The server did not {doing} in {seconds:0} seconds."), FailureReach.Connection),
        ImapProtocolException or IOException or ServiceNotConnectedException or ServiceNotAuthenticatedException => Failed(
            new Problem(Codes.MailboxConnectionLost, Place, $"The connection broke while the server was to {doing}: {Cut(fault.Message)}"),
            FailureReach.Connection),
        _ => Failed(
            new Problem(Codes.MailboxAnswer, Place,
                $"The server's answer is not understood. It was to {doing}: {fault.GetType().Name}: {Cut(fault.Message)}"),
            FailureReach.Connection),
    };

    /// <summary>It sent more than was asked for.</summary>
    public MailFailure TooMuch(string doing, long bytes) => Failed(
        new Problem(Codes.MailboxTooMuch, Place,
            string.Create(CultureInfo.InvariantCulture, $"The server was to {doing}, and sent more than {bytes} bytes.")),
        FailureReach.Connection);

    private static MailFailure Failed(Problem problem, FailureReach reach) => new(problem, reach);

    private Problem Refused(Exception fault) => new(
        Codes.MailboxSignIn, Place, $"The server does not let {Url.User} sign in: {Cut(fault.Message)}",
        Secret.Kind == SecretKind.Token ? "Check the user, and fetch a new token."
            : Codes.MailboxSignIn.Remedy);

    private string Cut(string? words)
    {
        var said = Secret.RedactFrom(words ?? "").Trim();
        return said.Length switch
        {
            0 => "it does not say why",
            > MostSaid => $"{said[..MostSaid]}…",
            _ => said,
        };
    }
}
