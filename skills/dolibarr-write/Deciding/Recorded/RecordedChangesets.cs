using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The changesets in the folder, as far as they tell what was entered already: also where the sandbox was reset since, and
/// nothing of it is left there. An index says where to look; what counts is what the changeset there says, read each time.
/// </summary>
/// <param name="root">The folder of the changesets; it need not be there.</param>
internal sealed class RecordedChangesets(string root) : IDisposable
{
    private readonly RecordedFolder folder = new(root);

    /// <summary>Folders with a <c>changeset.json</c> that cannot be read: what they hold cannot be recognised.</summary>
    public ImmutableArray<string> Unreadable => NotEnded(FolderState.Unreadable);

    /// <summary>Those that no agent has brought to an end.</summary>
    public ImmutableArray<RecordedChangeset> Open =>
        [.. NotEnded(FolderState.Open).Select(RecordedChangeset.Read).OfType<RecordedChangeset>().Where(changeset => changeset.State == ChangesetState.Open)];

    /// <summary>The invoices of changesets that count, except for one that is being recorded by whoever asks.</summary>
    /// <param name="keys">What points to them.</param>
    /// <param name="wanted">What they must be.</param>
    /// <param name="except">The changeset that is being recorded, by its id.</param>
    /// <param name="most">How many changesets are looked at, the last by name first.</param>
    public ImmutableArray<InvoiceInChangeset> Invoices(IEnumerable<long> keys, Func<RecordedInvoice, bool> wanted, string? except, int most = int.MaxValue) =>
        [.. Under(keys, most).Where(changeset => Counts(changeset, except)).SelectMany(changeset => changeset.Invoices.Where(i => wanted(i) && !IsTakenBack(i.Marker)).Select(invoice => new InvoiceInChangeset(changeset, invoice)))];

    /// <summary>Those that count and rest on a mail or a file with this digest.</summary>
    public ImmutableArray<RecordedChangeset> Bringing(string sha256, string? except) =>
        [.. Under([RecordedKeys.OfBlob(sha256)]).Where(changeset => Counts(changeset, except) && changeset.Brought.Contains(sha256))];

    /// <summary>The changeset that an object on the sandbox carries the marker of; null where it is not in this folder.</summary>
    public RecordedChangeset? OfMarker(string marker) =>
        marker.Split('/') is [var id, _] ? Under([RecordedKeys.OfId(id)]).FirstOrDefault(changeset => changeset.Id == id) : null;

    /// <summary>The folder of a new changeset, which the index then knows.</summary>
    public ChangesetFolder MakeFolder(string parent, Changeset changeset, FileRights? rights) => folder.Make(parent, changeset, rights);

    public void Dispose() => folder.Dispose();

    private bool IsTakenBack(string marker) =>
        Under([RecordedKeys.OfTakenBack(marker)]).Any(changeset => changeset.State == ChangesetState.Finished && changeset.TakenBack.Contains(marker));

    private static bool Counts(RecordedChangeset changeset, string? except) => changeset.State != ChangesetState.Discarded && changeset.Id != except;

    private IEnumerable<RecordedChangeset> Under(IEnumerable<long> keys, int most = int.MaxValue) => folder.Ask(index => keys.Distinct().SelectMany(key => index.Under(key)))
        .Where(IsPlain).Distinct().Order(StringComparer.Ordinal).TakeLast(most).Select(name => RecordedChangeset.Read(folder.FileIn(name))).OfType<RecordedChangeset>();

    /// <summary>What is in the folder itself. Whoever could write the index must not lead out of it.</summary>
    private static bool IsPlain(string name) => name == Path.GetFileName(name) && !name.StartsWith('.');

    private ImmutableArray<string> NotEnded(FolderState state) => folder.Ask(index => index.NotEnded.Where(one => one.State == state).Select(one => folder.FileIn(one.Name)));
}

/// <summary>An invoice that a changeset entered.</summary>
internal sealed record InvoiceInChangeset(RecordedChangeset In, RecordedInvoice Invoice);
