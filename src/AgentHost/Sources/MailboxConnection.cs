using DolibarrAgent.Changesets;
using DolibarrAgent.Mailboxes;

namespace DolibarrAgent.AgentHost;

/// <summary>A mailbox that is connected to again where the connection broke: servers close those that are silent for long.</summary>
internal sealed class MailboxConnection(MailboxOptions options) : IAsyncDisposable
{
    /// <summary>Where the connection breaks for so many messages one after the other, it is not the messages.</summary>
    private const int MostBreaks = 3;

    /// <summary>What arrives together is taken together; and no server keeps this program busy by telling of news again and
    /// again.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AfterABreak = TimeSpan.FromSeconds(5);

    private ImapMailbox? mailbox;
    private int breaks;

    /// <summary>The numbering of the folder, as it was opened last.</summary>
    public uint Validity { get; private set; }

    /// <summary>What was listed means nothing any more.</summary>
    public MailFailure Renumbered => new(
        new Problem(Codes.MailboxRenumbered, options.Url.ToString(),
            "The server has numbered the folder anew meanwhile: which message is which is not known."),
        FailureReach.Connection);

    /// <summary>Connects, unless it is connected.</summary>
    public async Task<MailFailure?> OpenAsync(CancellationToken cancel)
    {
        if (mailbox is not null)
        {
            return null;
        }
        switch (await ImapMailbox.OpenAsync(options, cancel))
        {
            case MailAnswer<ImapMailbox>.Got { Value: var opened }:
                (mailbox, Validity) = (opened, opened.Validity);
                return null;
            case MailAnswer<ImapMailbox>.Failed { Failure: var failure }:
                return failure;
            default:
                throw new InvalidOperationException("A mailbox opens or does not.");
        }
    }

    /// <summary>
    /// Asks the mailbox, once more on a new connection where the first one breaks. What breaks the second too is the fault of
    /// what was asked, unless it was so for several before.
    /// </summary>
    /// <param name="numbering">The numbering under which what is asked for was listed.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<MailFailure?> AskAsync(uint numbering, Func<ImapMailbox, Task<MailFailure?>> ask, CancellationToken cancel)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            if (await OpenAsync(cancel) is { } closed)
            {
                return closed with { Reach = closed.Reach == FailureReach.One ? FailureReach.Connection : closed.Reach };
            }
            if (Validity != numbering)
            {
                return Renumbered;
            }
            var failure = await ask(mailbox!);
            if (failure is null or { Reach: not FailureReach.Connection })
            {
                breaks = 0;
                return failure;
            }
            await DropAsync();
            if (isSecond)
            {
                breaks++;
                return breaks < MostBreaks ? failure with { Reach = FailureReach.One } : failure;
            }
        }
    }

    /// <summary>Ends when there may be more messages, or the connection breaks: whoever looks next connects anew.</summary>
    public async Task WaitAsync(CancellationToken cancel)
    {
        var isBroken = mailbox is null || await mailbox.WaitAsync(cancel) is not null;
        if (isBroken)
        {
            await DropAsync();
        }
        await Task.WhenAny(Task.Delay(isBroken ? AfterABreak : Gathering, options.Clock, cancel));
    }

    public ValueTask DisposeAsync() => DropAsync();

    private async ValueTask DropAsync()
    {
        if (mailbox is { } left)
        {
            mailbox = null;
            await left.DisposeAsync();
        }
    }
}
