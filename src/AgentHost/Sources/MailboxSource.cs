using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Mailboxes;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// A folder of a mailbox as a source of messages. In one run a message is known by the numbering of the folder and its
/// number there; what was entered from it is known from the changesets, as with every other source.
/// </summary>
internal sealed class MailboxSource(MailboxOptions options, MailboxManner manner) : IMessageSource
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly MailboxConnection connection = new(options);
    private readonly Dictionary<string, MailInFolder> waiting = new(StringComparer.Ordinal);
    private uint? validity;
    private uint last;
    private int putAside;

    public async Task<Messages> WaitingAsync(CancellationToken cancel)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var wasThere = validity is not null;
            if (await ListAsync(cancel) is not { } failure)
            {
                return Listed();
            }
            if (failure.Reach == FailureReach.Mailbox || !manner.IsWatched || !wasThere)
            {
                return new Messages([], [], [failure.Problem]);
            }
            manner.Say(
                string.Create(CultureInfo.InvariantCulture,
                $"{failure.Problem.Place}: {failure.Problem.Message} It is tried again in {pause.TotalSeconds:0} seconds."));
            await Task.Delay(pause, options.Clock, cancel);
        }
    }

    public Task ChangedAsync(CancellationToken cancel) => connection.WaitAsync(cancel);

    public async Task<Problem?> SettleAsync(Message message, Settlement settlement, CancellationToken cancel)
    {
        var isListed = waiting.Remove(message.Name, out var mail);
        var to = settlement switch
        {
            Settlement.Done => manner.MoveDone,
            Settlement.Refused => manner.MoveRefused,
            _ => null,
        };
        if (to is null)
        {
            return null;
        }
        var failure = isListed
            ? await connection.AskAsync(validity!.Value, mailbox => mailbox.MoveAsync(mail!.Uid, to, cancel), cancel)
            : connection.Renumbered;
        return failure is null ? null : new Problem(
            Codes.MailboxNotMoved, message.Name, $"The message could not be moved to {to}: {failure.Problem.Message}");
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<MailFailure?> ListAsync(CancellationToken cancel)
    {
        if (await connection.OpenAsync(cancel) is { } closed)
        {
            return closed;
        }
        if (connection.Validity != validity)
        {
            (validity, last, putAside) = (connection.Validity, 0, 0);
            waiting.Clear();
        }
        return await connection.AskAsync(validity.Value, async mailbox =>
        {
            var answer = await mailbox.ListAsync(last, cancel);
            if (answer is MailAnswer<MailFolderList>.Got { Value: var list })
            {
                Keep(list);
            }
            return (answer as MailAnswer<MailFolderList>.Failed)?.Failure;
        }, cancel);
    }

    private void Keep(MailFolderList list)
    {
        foreach (var mail in list.Messages)
        {
            waiting[NameOf(mail)] = mail;
            last = mail.Uid;
        }
        putAside += list.PutAside;
    }

    private Messages Listed() => new(
        [.. waiting.Values.OrderBy(mail => mail.Uid).Select(Of)],
        putAside == 0 ? []
            : [string.Create(CultureInfo.InvariantCulture,
            $"{putAside} message{(putAside == 1 ? "" : "s")} in {options.Url}, marked as deleted or drafted")],
        []);

    private Message Of(MailInFolder mail)
    {
        var (name, numbering) = (NameOf(mail), validity!.Value);
        return new Message(name, cancel =>
            ReadAsync(name, numbering, mail, cancel))
        { FileName = string.Create(CultureInfo.InvariantCulture, $"{mail.Uid}.eml") };
    }

    /// <summary>As RFC 5092 names a message in a folder.</summary>
    private string NameOf(MailInFolder mail) =>
        string.Create(CultureInfo.InvariantCulture, $"{options.Url.Folder};UIDVALIDITY={validity}/;UID={mail.Uid}");

    private async Task<MessageBytes> ReadAsync(string name, uint numbering, MailInFolder mail, CancellationToken cancel)
    {
        ReadOnlyMemory<byte> bytes = default;
        var failure = await connection.AskAsync(numbering, async mailbox =>
        {
            var answer = await mailbox.ReadAsync(mail, cancel);
            bytes = answer is MailAnswer<ReadOnlyMemory<byte>>.Got { Value: var got } ? got : default;
            return (answer as MailAnswer<ReadOnlyMemory<byte>>.Failed)?.Failure;
        }, cancel);
        return failure switch
        {
            null => new MessageBytes(bytes, null),
            { Reach: FailureReach.One } => new MessageBytes(default, failure.Problem with { Place = name }),
            _ => new MessageBytes(default, failure.Problem) { IsSourceGone = true },
        };
    }
}

/// <summary>What is done with the messages of a mailbox.</summary>
/// <param name="MoveDone">The folder for those that are entered; null where they stay.</param>
/// <param name="MoveRefused">The folder for those that a person has to look at; null where they stay.</param>
/// <param name="IsWatched">Whether more are waited for.</param>
/// <param name="Say">Tells a person what is going on.</param>
internal sealed record MailboxManner(string? MoveDone, string? MoveRefused, bool IsWatched, Action<string> Say);
