using System.Collections.Immutable;
using System.Net;
using System.Text;
using DolibarrAgent.Changesets;
using MailKit.Net.Imap;
using MailKit.Security;

namespace DolibarrAgent.Mailboxes;

/// <summary>By which way a user signs in: one, tried once, so that a wrong password is not sent again and again until the account is
/// locked.</summary>
internal static class SignIn
{
    /// <summary>The command of IMAP itself, for a server that offers no other way.</summary>
    public const string Login = "LOGIN";

    private static readonly ImmutableArray<string> ByToken = ["OAUTHBEARER", "XOAUTH2"];

    /// <summary>Those that keep the password from the server first.</summary>
    private static readonly ImmutableArray<string> ByPassword = ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN", "CRAM-MD5"];

    /// <summary>The way; null where the server offers none.</summary>
    /// <param name="kind">What the user has.</param>
    /// <param name="offered">The mechanisms that the server names.</param>
    /// <param name="takesLogin">Whether it takes the command LOGIN.</param>
    public static string? Choose(SecretKind kind, IReadOnlyCollection<string> offered, bool takesLogin) => kind == SecretKind.Token
        ? ByToken.FirstOrDefault(offered.Contains)
        : ByPassword.FirstOrDefault(offered.Contains) ?? (takesLogin ? Login : null);

    /// <summary>Signs in.</summary>
    /// <exception cref="SignInException">The server offers no way for what the user has.</exception>
    public static Task RunAsync(ImapClient client, string user, MailboxSecret secret, CancellationToken cancel)
    {
        var way = Choose(secret.Kind, client.AuthenticationMechanisms, !client.Capabilities.HasFlag(ImapCapabilities.LoginDisabled))
            ?? throw new SignInException(string.Join(", ", client.AuthenticationMechanisms.Order(StringComparer.Ordinal)));
        if (way == Login)
        {
            // Without any mechanism it takes the command.
            client.AuthenticationMechanisms.Clear();
            return client.AuthenticateAsync(Encoding.UTF8, new NetworkCredential(user, secret.Reveal()), cancel);
        }
        return client.AuthenticateAsync(Mechanism(way, user, secret.Reveal()), cancel);
    }

    private static SaslMechanism Mechanism(string way, string user, string secret) => way switch
    {
        "OAUTHBEARER" => new SaslMechanismOAuthBearer(user, secret),
        "XOAUTH2" => new SaslMechanismOAuth2(user, secret),
        "SCRAM-SHA-512" => new SaslMechanismScramSha512(user, secret),
        "SCRAM-SHA-256" => new SaslMechanismScramSha256(user, secret),
        "SCRAM-SHA-1" => new SaslMechanismScramSha1(user, secret),
        "PLAIN" => new SaslMechanismPlain(user, secret),
        "CRAM-MD5" => new SaslMechanismCramMd5(user, secret),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "No such way to sign in."),
    };
}

/// <summary>A server offers no way to sign in by what the user has.</summary>
/// <param name="offered">What it offers.</param>
internal sealed class SignInException(string offered) : Exception
{
    /// <summary>Why, and what to do.</summary>
    public Problem ProblemOf(SecretKind kind, string place) => kind == SecretKind.Token
        ? new Problem(Codes.MailboxNoSignIn, place, $"The server takes no OAuth token (OAUTHBEARER, XOAUTH2). It offers: {Offered}.")
        : new Problem(Codes.MailboxNoSignIn, place, $"The server takes no password. It offers: {Offered}.",
            "Give an OAuth token with --token-file or --token-command, where it takes one.");

    private string Offered => offered.Length == 0 ? "nothing" : offered;
}
