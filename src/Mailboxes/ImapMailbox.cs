using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using MailKit;
using MailKit.Net.Imap;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Mailboxes;

/// <summary>
/// A folder of a mailbox on an IMAP server, open on one connection. Read-only, unless messages are to be moved; reading one
/// marks nothing. Every command is bounded in time and in bytes, and every failure is a value. One caller at a time.
/// </summary>
public sealed partial class ImapMailbox : IAsyncDisposable
{
    private readonly MailboxOptions options;
    private readonly ImapSession session;
    private readonly ImapClient client;
    private readonly IMailFolder folder;
    private readonly ImmutableDictionary<string, IMailFolder> moveTo;
    private int listed;

    private ImapMailbox(MailboxOptions options, ImapSession session, OpenedFolders opened)
    {
        this.options = options;
        this.session = session;
        client = session.Client;
        folder = opened.Folder;
        moveTo = opened.MoveTo;
    }

    /// <summary>The number of this numbering of the folder: where it differs, no UID means what it meant. 0 where the server tells
    /// none.</summary>
    public uint Validity => folder.UidValidity;

    /// <summary>Whether the server tells of new messages by itself.</summary>
    public bool TellsOfNew => client.Capabilities.HasFlag(ImapCapabilities.Idle);

    /// <summary>Connects, signs in and opens the folder.</summary>
    public static async Task<MailAnswer<ImapMailbox>> OpenAsync(MailboxOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        switch (await ImapSession.OpenAsync(options, cancel).ConfigureAwait(false))
        {
            case MailAnswer<ImapSession>.Got { Value: var session }:
                var opened = await FolderOpening.OpenAsync(session, options, cancel).ConfigureAwait(false);
                if (opened is MailAnswer<OpenedFolders>.Got { Value: var folders })
                {
                    return new MailAnswer<ImapMailbox>.Got(new ImapMailbox(options, session, folders));
                }
                await session.DisposeAsync().ConfigureAwait(false);
                return new MailAnswer<ImapMailbox>.Failed(((MailAnswer<OpenedFolders>.Failed)opened).Failure);
            case MailAnswer<ImapSession>.Failed failed:
                return new MailAnswer<ImapMailbox>.Failed(failed.Failure);
            default:
                throw new InvalidOperationException("A session opens or does not.");
        }
    }

    /// <summary>The messages behind a UID; all of them behind 0.</summary>
    public async Task<MailAnswer<MailFolderList>> ListAsync(uint after, CancellationToken cancel)
    {
        if (folder.Count > options.Limits.Messages)
        {
            return new MailAnswer<MailFolderList>.Failed(new MailFailure(
                new Problem(Codes.MailboxTooMany, options.Url.ToString(),
                    string.Create(CultureInfo.InvariantCulture,
                    $"The folder has {folder.Count} messages; at most {options.Limits.Messages} are looked at.")),
                FailureReach.Mailbox));
        }
        var before = folder.Count;
        var bytes = options.Limits.AnswerBytes + ((long)before * MailboxLimits.BytesForEach);
        var range = new UniqueIdRange(new UniqueId(after == uint.MaxValue ? after : after + 1), UniqueId.MaxValue);
        var request = new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Flags | MessageSummaryItems.Size);
        var command = new Command("list the messages", options.Limits.Command, bytes);
        var answer = await session.AskAsync(command, limit => folder.FetchAsync(range, request, limit), cancel).ConfigureAwait(false);
        if (answer is not MailAnswer<IList<IMessageSummary>>.Got { Value: var summaries })
        {
            return new MailAnswer<MailFolderList>.Failed(((MailAnswer<IList<IMessageSummary>>.Failed)answer).Failure);
        }
        // The last message is given by a server also where its number is not in the range.
        var all = summaries.Where(one => one.UniqueId.IsValid && one.UniqueId.Id > after).DistinctBy(one => one.UniqueId.Id)
            .OrderBy(one => one.UniqueId.Id).ToList();
        listed = before;
        ImmutableArray<MailInFolder> taken =
            [.. all.Where(one => !IsPutAside(one)).Select(one => new MailInFolder(one.UniqueId.Id, one.Size ?? 0))];
        Listed(options.Log, options.Url, taken.Length);
        return new MailAnswer<MailFolderList>.Got(new MailFolderList(taken, all.Count - taken.Length));
    }

    /// <summary>The bytes of a message, as they were delivered. Nothing about it is changed on the server.</summary>
    public async Task<MailAnswer<ReadOnlyMemory<byte>>> ReadAsync(MailInFolder mail, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (mail.Size > options.Limits.MessageBytes)
        {
            return new MailAnswer<ReadOnlyMemory<byte>>.Failed(new MailFailure(
                new Problem(Codes.FileTooLarge, options.Url.ToString(),
                    string.Create(CultureInfo.InvariantCulture,
                    $"The message has {mail.Size} bytes; at most {options.Limits.MessageBytes} are read."), "This is not an invoice."),
                    FailureReach.One));
        }
        var command = new Command("give the message", options.Limits.Message, mail.Size + options.Limits.AnswerBytes);
        var answer = await session.AskAsync(command, limit => BytesAsync(mail.Uid, limit), cancel).ConfigureAwait(false);
        Read(options.Log, mail.Uid, answer is MailAnswer<ReadOnlyMemory<byte>>.Got { Value.Length: var length } ? length : -1);
        return answer;
    }

    /// <summary>
    /// Moves a message to one of the folders that it was opened with. A server that cannot move gets a copy there first, and
    /// this one message deleted here after it; where it cannot delete a single one, the message stays, marked as deleted.
    /// </summary>
    public async Task<MailFailure?> MoveAsync(uint uid, string to, CancellationToken cancel)
    {
        var (id, target) = (new UniqueId(folder.UidValidity, uid), moveTo[to]);
        var command = new Command($"move the message to {to}", options.Limits.Command, options.Limits.AnswerBytes);
        var answer = await session.AskAsync(command, limit => MoveAsync(id, target, limit), cancel).ConfigureAwait(false);
        Moved(options.Log, uid, to, answer is MailAnswer<bool>.Got);
        return (answer as MailAnswer<bool>.Failed)?.Failure;
    }

    /// <summary>Waits until there may be messages that were not listed yet, or until the connection fails.</summary>
    /// <param name="cancel">Ends the waiting, and leaves the connection as it is.</param>
    public async Task<MailFailure?> WaitAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested && folder.Count == listed)
        {
            if (await (TellsOfNew ? IdleAsync(cancel) : PollAsync(cancel)).ConfigureAwait(false) is { } failure)
            {
                return failure;
            }
        }
        return null;
    }

    /// <summary>Says farewell, and leaves.</summary>
    public ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task<ReadOnlyMemory<byte>> BytesAsync(uint uid, CancellationToken cancel)
    {
        using var stream = await folder.GetStreamAsync(new UniqueId(folder.UidValidity, uid), cancel).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel).ConfigureAwait(false);
        return bytes.ToArray();
    }

    private async Task<bool> MoveAsync(UniqueId id, IMailFolder target, CancellationToken cancel)
    {
        if (client.Capabilities.HasFlag(ImapCapabilities.Move))
        {
            await folder.MoveToAsync(id, target, cancel).ConfigureAwait(false);
            return true;
        }
        await folder.CopyToAsync(id, target, cancel).ConfigureAwait(false);
        await folder.StoreAsync(id, new StoreFlagsRequest(StoreAction.Add, MessageFlags.Deleted) { Silent = true }, cancel)
            .ConfigureAwait(false);
        // Without UIDPLUS the library would delete by a way round that touches the messages of others.
        if (client.Capabilities.HasFlag(ImapCapabilities.UidPlus))
        {
            await folder.ExpungeAsync([id], cancel).ConfigureAwait(false);
        }
        return true;
    }

    private async Task<MailFailure?> IdleAsync(CancellationToken cancel)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var timer = options.Clock.CreateTimer(_ => done.Cancel(), null, options.Limits.Idle, Timeout.InfiniteTimeSpan);
        void Changed(object? sender, EventArgs e) => done.Cancel();
        folder.CountChanged += Changed;
        try
        {
            var command = new Command("tell of new messages", options.Limits.Idle + options.Limits.Command, options.Limits.AnswerBytes);
            var answer = await session.AskAsync(command, async limit =>
            {
                // A server that does not end its IDLE when it is asked to is not waited for until the next one.
                using var late = CancellationTokenSource.CreateLinkedTokenSource(limit);
                using var ending = done.Token.Register(() => late.CancelAfter(options.Limits.Command));
                using var leaving = cancel.Register(() => late.CancelAfter(options.Limits.Farewell));
                await client.IdleAsync(done.Token, late.Token).ConfigureAwait(false);
                return true;
            }, CancellationToken.None).ConfigureAwait(false);
            return (answer as MailAnswer<bool>.Failed)?.Failure;
        }
        finally
        {
            folder.CountChanged -= Changed;
        }
    }

    private async Task<MailFailure?> PollAsync(CancellationToken cancel)
    {
        try
        {
            await Task.Delay(options.Limits.Poll, options.Clock, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        var command = new Command("say whether it is there", options.Limits.Command, options.Limits.AnswerBytes);
        var answer = await session.AskAsync(command, NoOpAsync, CancellationToken.None).ConfigureAwait(false);
        return (answer as MailAnswer<bool>.Failed)?.Failure;
    }

    private async Task<bool> NoOpAsync(CancellationToken cancel)
    {
        await client.NoOpAsync(cancel).ConfigureAwait(false);
        return true;
    }

    private static bool IsPutAside(IMessageSummary one) =>
        one.Flags is { } flags && (flags & (MessageFlags.Deleted | MessageFlags.Draft)) != 0;

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Mailbox}: {Count} messages listed")]
    private static partial void Listed(ILogger log, MailboxUrl mailbox, int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Message {Uid}: {Bytes} bytes read")]
    private static partial void Read(ILogger log, uint uid, int bytes);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Message {Uid}: moved to {Folder}: {IsMoved}")]
    private static partial void Moved(ILogger log, uint uid, string folder, bool isMoved);
}
