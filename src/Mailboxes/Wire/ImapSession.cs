using DolibarrAgent.Settings;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Mailboxes;

/// <summary>What a server is asked, and what it may cost.</summary>
/// <param name="Doing">What the server is to do: <c>list the messages</c>.</param>
/// <param name="Time">How long it may take.</param>
/// <param name="Bytes">How much may come.</param>
internal sealed record Command(string Doing, TimeSpan Time, long Bytes);

/// <summary>A connection on which a user is signed in, and the one place where a server is asked for anything.</summary>
internal sealed partial class ImapSession : IAsyncDisposable
{
    private readonly MailboxOptions options;
    private readonly BoundedStream line;
    private readonly MailFaults faults;

    private ImapSession(MailboxOptions options, BoundedStream line, MailboxSecret secret)
    {
        this.options = options;
        this.line = line;
        faults = new MailFaults(options.Url, secret);
    }

    public ImapClient Client { get; } = new();

    /// <summary>Connects and signs in. The secret is read first: without it nothing is asked of the server.</summary>
    public static async Task<MailAnswer<ImapSession>> OpenAsync(MailboxOptions options, CancellationToken cancel)
    {
        var read = await options.Secret.ReadAsync(cancel).ConfigureAwait(false);
        if (read is not Checked<MailboxSecret>.Valid { Value: var secret })
        {
            return Failed(new MailFailure(read.AllProblems[0], FailureReach.Mailbox));
        }
        switch (await ServerLine.OpenAsync(options.Url, options.Limits, cancel).ConfigureAwait(false))
        {
            case MailAnswer<BoundedStream>.Got { Value: var line }:
                var session = new ImapSession(options, line, secret);
                var command = new Command("let the user sign in", options.Limits.Command, options.Limits.AnswerBytes);
                var answer = await session.AskAsync(command, limit => session.SignInAsync(secret, limit), cancel).ConfigureAwait(false);
                if (answer is MailAnswer<bool>.Failed refused)
                {
                    await session.DisposeAsync().ConfigureAwait(false);
                    return Failed(refused.Failure);
                }
                SignedIn(options.Log, options.Url);
                return new MailAnswer<ImapSession>.Got(session);
            case MailAnswer<BoundedStream>.Failed { Failure: var failure }:
                return Failed(failure);
            default:
                throw new InvalidOperationException("A line opens or does not.");
        }
    }

    /// <summary>Asks for one thing, within its bounds. Only whoever started the program cancels; all else is a failure.</summary>
    // A hostile answer may fail anywhere in the library.
#pragma warning disable CA1031
    public async Task<MailAnswer<T>> AskAsync<T>(Command command, Func<CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        line.Allow(command.Bytes);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(command.Time);
        try
        {
            return new MailAnswer<T>.Got(await ask(limit.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var failure = line.IsExceeded
                ? faults.TooMuch(command.Doing, command.Bytes)
                : faults.Of(e, command.Doing, command.Time.TotalSeconds);
            NotDone(options.Log, command.Doing, failure.Problem.Code.Text, failure.Problem.Message);
            return new MailAnswer<T>.Failed(failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(options.Limits.Farewell);
        try
        {
            line.Allow(options.Limits.AnswerBytes);
            await Client.DisconnectAsync(quit: true, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it says to a farewell, it is left.
        }
        Client.Dispose();
        await line.DisposeAsync().ConfigureAwait(false);
    }
#pragma warning restore CA1031

    private async Task<bool> SignInAsync(MailboxSecret secret, CancellationToken cancel)
    {
        await Client.ConnectAsync(line, options.Url.Host, options.Url.Port, SecureSocketOptions.None, cancel).ConfigureAwait(false);
        await SignIn.RunAsync(Client, options.Url.User, secret, cancel).ConfigureAwait(false);
        return true;
    }

    private static MailAnswer<ImapSession> Failed(MailFailure failure) => new MailAnswer<ImapSession>.Failed(failure);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Mailbox}: signed in")]
    private static partial void SignedIn(ILogger log, MailboxUrl mailbox);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The server did not {Doing}: {Code}: {Why}")]
    private static partial void NotDone(ILogger log, string doing, string code, string why);
}
