using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Mailboxes;

/// <summary>
/// Where a password or a token is: in a file of its owner alone, or with a program that prints it. It is read again for
/// each sign-in, for a token lasts an hour. Closed.
/// </summary>
/// <param name="Kind">What it gives.</param>
public abstract record SecretSource(SecretKind Kind)
{
    /// <summary>The most that one may have, in bytes: tokens carry what a user may do.</summary>
    internal const int Largest = 16 * 1024;

    /// <summary>A file that holds it and nothing else.</summary>
    /// <param name="Kind">What it gives.</param>
    /// <param name="Path">The file; a link is refused.</param>
    public sealed record File(SecretKind Kind, string Path) : SecretSource(Kind);

    /// <summary>A program that prints it on its first line.</summary>
    /// <param name="Kind">What it gives.</param>
    /// <param name="Line">The program and its arguments, without a shell: <c>secret-tool lookup service imap</c>.</param>
    /// <param name="Variables">The environment's variables, of which it gets the few that lead to a keyring.</param>
    public sealed record Command(SecretKind Kind, string Line, IReadOnlyDictionary<string, string?> Variables) : SecretSource(Kind);

    internal string Words => Kind == SecretKind.Password ? "the password" : "the token";

    /// <summary>The secret, or why it is not to be had. A problem never repeats it.</summary>
    /// <param name="cancel">Ends the program that is asked.</param>
    public async Task<Checked<MailboxSecret>> ReadAsync(CancellationToken cancel) => this switch
    {
        File { Path: var path } => InFile(path),
        Command command => await SecretCommand.AskAsync(command, cancel).ConfigureAwait(false),
        _ => throw new InvalidOperationException("A source of a secret is one of two."),
    };

    /// <summary>The secret of a text without the line end behind it.</summary>
    internal Checked<MailboxSecret> Of(string place, string text) => text switch
    {
        "" => Wrong(Codes.SecretMissing, place, $"There is nothing where {Words} should be.", $"Put {Words} there, on one line."),
        _ when text.Any(char.IsControl) =>
            Wrong(Codes.SecretMalformed, place, $"What stands there has several lines or a control character: that is not {Words}.",
            $"Leave {Words} alone there, on one line."),
        _ => new Checked<MailboxSecret>.Valid(new MailboxSecret(Kind, text)),
    };

    internal static Checked<MailboxSecret> Wrong(ProblemCode code, string place, string message, string remedy) =>
        new Checked<MailboxSecret>.Invalid([new Problem(code, place, message, remedy)]);

    private Checked<MailboxSecret> InFile(string path)
    {
        try
        {
            return PrivateFile.ProblemOf(path, $"the file of {Words}") is { } problem
                ? new Checked<MailboxSecret>.Invalid([problem])
                : Of(path, KeySource.Text(RegularFile.ReadUnlinked(path, Largest)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Wrong(Codes.SecretUnreadable, path, $"The file of {Words} cannot be read: {e.Message}",
                Codes.SecretUnreadable.Remedy);
        }
    }
}
