using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What has to be known of a changeset in the folder to recognise what it brought.</summary>
/// <param name="Path">Its <c>changeset.json</c>.</param>
/// <param name="Brought">The digests of every mail and file that it rests on.</param>
/// <param name="TakenBack">The markers of what it deletes again.</param>
internal sealed record RecordedChangeset(
    string Path, string Id, ChangesetState State, ImmutableArray<RecordedInvoice> Invoices, ImmutableHashSet<string> Brought, ImmutableArray<string> TakenBack)
{
    public required int Operations { get; init; }

    /// <summary>The mail that it came from, for a person; empty where it came from none.</summary>
    public required string Origin { get; init; }

    /// <summary>The changeset and its mail, for a person.</summary>
    public string Words => $"{Path} ({State.ToString().ToLowerInvariant()}{(Origin.Length > 0 ? $", from {Origin}" : "")})";

    /// <summary>Null where there is no changeset that can be read.</summary>
    public static RecordedChangeset? Read(string path)
    {
        try
        {
            return ChangesetFolder.BytesOf(path) is { } bytes && ChangesetFile.Read(bytes) is ChangesetRead.Good { Changeset: var changeset }
                ? Of(path, changeset)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static RecordedChangeset Of(string path, Changeset changeset) => new(
        path, changeset.Id, changeset.State, RecordedInvoice.In(changeset),
        [.. changeset.Evidence.Select(e => e.Blob?.Hex).OfType<string>()],
        [.. changeset.Operations.OfType<Operation.Delete>().Select(o => o.Before.TextOf("marker")).OfType<string>()])
    {
        Operations = changeset.Operations.Length,
        Origin = changeset.Evidence.OfType<Evidence.Email>().Select(mail => $"the mail '{mail.Subject}' of {mail.From ?? "an unknown sender"}{(mail.MessageId is { } id ? $", <{id}>" : "")}").FirstOrDefault() ?? "",
    };
}
