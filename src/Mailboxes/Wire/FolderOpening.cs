using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using MailKit;

namespace DolibarrAgent.Mailboxes;

/// <summary>The folder that is read, open, and those that messages are moved to, by their names.</summary>
internal sealed record OpenedFolders(IMailFolder Folder, ImmutableDictionary<string, IMailFolder> MoveTo);

/// <summary>Opens the folders of a mailbox. None is made: a misspelt name must not become a folder.</summary>
internal static class FolderOpening
{
    private const int MostNamed = 10;

    public static async Task<MailAnswer<OpenedFolders>> OpenAsync(ImapSession session, MailboxOptions options, CancellationToken cancel)
    {
        var found = ImmutableDictionary.CreateBuilder<string, IMailFolder>(StringComparer.Ordinal);
        foreach (var name in options.MoveTo.Append(options.Url.Folder).Distinct(StringComparer.Ordinal))
        {
            switch (await session.AskAsync(Command($"find the folder {name}", options), limit => FindAsync(session, name, limit), cancel)
                .ConfigureAwait(false))
            {
                case MailAnswer<IMailFolder?>.Got { Value: { } folder }:
                    found[name] = folder;
                    break;
                case MailAnswer<IMailFolder?>.Got:
                    return Failed(
                        new MailFailure(await MissingAsync(session, options, name, cancel).ConfigureAwait(false), FailureReach.Mailbox));
                case MailAnswer<IMailFolder?>.Failed failed:
                    return Failed(failed.Failure);
            }
        }
        var opened = found[options.Url.Folder];
        if (options.MoveTo.FirstOrDefault(name => found[name].FullName == opened.FullName) is { } itself)
        {
            return Failed(new MailFailure(
                new Problem(Codes.MailboxMoveToItself, options.Url.ToString(), $"Messages of {itself} are to be moved to {itself}."),
                FailureReach.Mailbox));
        }
        var access = options.MoveTo.IsEmpty ? FolderAccess.ReadOnly : FolderAccess.ReadWrite;
        var command = Command($"open the folder {opened.FullName}", options);
        var answer = await session.AskAsync(command, limit => opened.OpenAsync(access, limit), cancel).ConfigureAwait(false);
        return answer switch
        {
            MailAnswer<FolderAccess>.Got { Value: FolderAccess.ReadOnly } when !options.MoveTo.IsEmpty => Failed(new MailFailure(
                new Problem(Codes.MailboxReadOnly, options.Url.ToString(),
                    $"{options.Url.User} may only read this folder, so no message can be moved out of it."),
                FailureReach.Mailbox)),
            MailAnswer<FolderAccess>.Got => new MailAnswer<OpenedFolders>.Got(new OpenedFolders(opened, found.ToImmutable())),
            MailAnswer<FolderAccess>.Failed { Failure: var failure } =>
                Failed(failure with { Reach = failure.Reach == FailureReach.One ? FailureReach.Mailbox : failure.Reach }),
            _ => throw new InvalidOperationException("An answer comes or does not."),
        };
    }

    /// <summary>Null where there is no such folder, or it holds no messages but only other folders.</summary>
    private static async Task<IMailFolder?> FindAsync(ImapSession session, string name, CancellationToken cancel)
    {
        try
        {
            var folder = await session.Client.GetFolderAsync(name, cancel).ConfigureAwait(false);
            return (folder.Attributes & (FolderAttributes.NonExistent | FolderAttributes.NoSelect)) == 0 ? folder : null;
        }
        catch (FolderNotFoundException)
        {
            return null;
        }
    }

    private static async Task<Problem> MissingAsync(ImapSession session, MailboxOptions options, string name, CancellationToken cancel)
    {
        var answer =
            await session.AskAsync(Command("name its folders", options), limit => AllAsync(session, limit), cancel).ConfigureAwait(false);
        List<string> names = answer is MailAnswer<IList<IMailFolder>>.Got { Value: var folders }
            ? [.. folders.Select(folder => folder.FullName).Order(StringComparer.Ordinal)]
            : [];
        var more = names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "";
        return new Problem(
            Codes.MailboxFolderMissing, options.Url.ToString(), $"{options.Url.User} has no folder {name}.",
            names.Count == 0 ? Codes.MailboxFolderMissing.Remedy
                : $"There is: {string.Join(", ", names.Take(MostNamed))}{more}. Make it with a mail program if it is to be there.");
    }

    private static async Task<IList<IMailFolder>> AllAsync(ImapSession session, CancellationToken cancel) =>
        session.Client.PersonalNamespaces is [var own, ..]
            ? await session.Client.GetFoldersAsync(own, StatusItems.None, subscribedOnly: false, cancel).ConfigureAwait(false)
            : [];

    private static Command Command(string doing, MailboxOptions options) => new(doing, options.Limits.Command, options.Limits.AnswerBytes);

    private static MailAnswer<OpenedFolders> Failed(MailFailure failure) => new MailAnswer<OpenedFolders>.Failed(failure);
}
