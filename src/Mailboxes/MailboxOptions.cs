using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Mailboxes;

/// <summary>How a mailbox is opened.</summary>
/// <param name="Url">The folder.</param>
/// <param name="Secret">By what its user signs in.</param>
public sealed record MailboxOptions(MailboxUrl Url, SecretSource Secret)
{
    /// <summary>The folders that messages are moved to; none where the mailbox is only read. They must be there.</summary>
    public ImmutableArray<string> MoveTo { get; init; } = [];

    /// <summary>What the server may cost.</summary>
    public MailboxLimits Limits { get; init; } = MailboxLimits.Default;

    /// <summary>By which it waits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets what is asked of the server; never a secret, and nothing of a mail.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;
}

/// <summary>A message as a folder lists it.</summary>
/// <param name="Uid">Its number, which no other message of this folder ever has, as long as the folder is not renumbered.</param>
/// <param name="Size">Its size in bytes, as the server says.</param>
public sealed record MailInFolder(uint Uid, long Size);

/// <summary>What a folder holds.</summary>
/// <param name="Messages">In the order of arrival.</param>
/// <param name="PutAside">How many are marked as deleted or are drafts; they are not among the messages.</param>
public sealed record MailFolderList(ImmutableArray<MailInFolder> Messages, int PutAside);
