namespace DolibarrAgent.Mailboxes;

/// <summary>By what a user signs in.</summary>
public enum SecretKind
{
    /// <summary>A password.</summary>
    Password,

    /// <summary>An OAuth access token.</summary>
    Token,
}

/// <summary>A password or a token. It prints as <c>[secret]</c>; only the sign-in reads it.</summary>
public sealed class MailboxSecret
{
    private const string Redacted = "[secret]";

    private readonly string text;

    internal MailboxSecret(SecretKind kind, string text) => (Kind, this.text) = (kind, text);

    /// <summary>What it is.</summary>
    public SecretKind Kind { get; }

    /// <summary>Always <c>[secret]</c>.</summary>
    public override string ToString() => Redacted;

    internal string Reveal() => text;

    /// <summary>A server's words without it: some repeat what they refuse.</summary>
    internal string RedactFrom(string words) => words.Replace(text, Redacted, StringComparison.Ordinal);
}
