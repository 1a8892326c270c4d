using static DolibarrAgent.Changesets.Whose;

namespace DolibarrAgent.Changesets;

/// <remarks>Why no messages come from a mailbox, or none can be moved in it.</remarks>
public static partial class Codes
{
    public static ProblemCode MailboxUrl { get; } = Failure(
        Person, "mailbox-url", "Write it as imaps://user@server/folder; a space in the folder's name as %20.");
    public static ProblemCode MailboxNotEncrypted { get; } = Refusal(
        Person, "mailbox-not-encrypted", "Use imaps://; imap:// is for this machine only.");
    public static ProblemCode PasswordInUrl { get; } = Refusal(
        Person, "password-in-url", "Take it out, change the password, and give it with --password-file or --password-command.");
    public static ProblemCode MailboxSeveral { get; } = Failure(Person, "mailbox-several", "Run the command once for each mailbox.");
    public static ProblemCode MailboxMissing { get; } = Failure(
        Person, "mailbox-missing", "Name one, imaps://user@server/folder, or leave the option out.");
    public static ProblemCode MailboxSecretMissing { get; } = Failure(
        Person, "mailbox-secret-missing", "Give a file or a command that holds the password or the token.");
    public static ProblemCode MailboxSecretTwice { get; } = Failure(Person, "mailbox-secret-twice", "Leave one of them.");
    public static ProblemCode SecretMissing { get; } = Failure(Person, "secret-missing", "Put it there, on one line.");
    public static ProblemCode SecretMalformed { get; } = Failure(Person, "secret-malformed", "Leave it alone there, on one line.");
    public static ProblemCode SecretUnreadable { get; } = Failure(
        Person, "secret-unreadable", "Name a file of yours alone that holds it.");
    public static ProblemCode SecretCommand { get; } = Failure(
        Person, "secret-command", "Write it as in a shell: secret-tool lookup service imap user me.");
    public static ProblemCode MailboxUnreachable { get; } = Failure(
        Person, "mailbox-unreachable", "Check the server's name and port, and whether it runs.");
    public static ProblemCode MailboxCertificate { get; } = Failure(
        Person, "mailbox-certificate",
        "Check the server's name. Where its certificate is from an authority of your own, add that authority to those that this "
            + "machine trusts, or name its file in SSL_CERT_FILE.");
    public static ProblemCode MailboxTls { get; } = Failure(
        Person, "mailbox-tls", "Check the port: imaps:// is for servers that begin with TLS, 993 as a rule.");
    public static ProblemCode MailboxTimeout { get; } = Failure(
        Person, "mailbox-timeout", "Run this again; if it stays so, ask whoever runs the server.");
    public static ProblemCode MailboxConnectionLost { get; } = Failure(
        Person, "mailbox-connection-lost", "Run this again; if it stays so, ask whoever runs the server.");
    public static ProblemCode MailboxAnswer { get; } = Failure(
        Person, "mailbox-answer", "Ask whoever runs the server; report it with the log.");
    public static ProblemCode MailboxTooMuch { get; } = Failure(Person, "mailbox-too-much", "Ask whoever runs the server.");
    public static ProblemCode MailboxRefused { get; } = Failure(
        Person, "mailbox-refused", "Do what the server says, or ask whoever runs it.");
    public static ProblemCode MailboxSignIn { get; } = Failure(
        Person, "mailbox-sign-in",
        "Check the user and the password. Some servers want a password made for programs, or a token.");
    public static ProblemCode MailboxNoSignIn { get; } = Failure(
        Person, "mailbox-no-sign-in", "Give a password with --password-file or --password-command.");
    public static ProblemCode MailboxFolderMissing { get; } = Failure(
        Person, "mailbox-folder-missing", "Check its name; make it with a mail program if it is to be there.");
    public static ProblemCode MailboxReadOnly { get; } = Failure(
        Person, "mailbox-read-only", "Leave out --move-done and --move-refused, or have the right given.");
    public static ProblemCode MailboxMoveToItself { get; } = Failure(
        Person, "mailbox-move-to-itself", "Name another folder to move them to.");
    public static ProblemCode MailboxTooMany { get; } = Failure(
        Person, "mailbox-too-many", "Move those that are done to another folder, or name a smaller one.");
    public static ProblemCode MailboxRenumbered { get; } = Failure(
        Person, "mailbox-renumbered", "Run this again: the folder is listed anew, and what was entered is recognised.");
    public static ProblemCode MailboxNotMoved { get; } = Failure(
        Person, "mailbox-not-moved", "What became of it stays. Run this again: it is moved then.");
    public static ProblemCode MailboxMessageGone { get; } = Refusal(
        Person, "mailbox-message-gone",
        "Another program has moved or deleted it; nothing is to be done if that was meant.");
}
