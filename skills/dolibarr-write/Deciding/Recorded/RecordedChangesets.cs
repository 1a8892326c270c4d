using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The changesets in the folder, as far as they tell what was entered already: also where the sandbox was reset since, and
/// nothing of it is left there. Each is read once; one that is still open, or that something is about to be refused
/// for, is read again.
/// </summary>
/// <param name="root">The folder of the changesets; it need not be there.</param>
internal sealed class RecordedChangesets(string root)
{
    private readonly SortedDictionary<string, RecordedChangeset?> known = new(StringComparer.Ordinal);
    private DateTime listed;

    /// <summary>Folders with a <c>changeset.json</c> that cannot be read: what they hold cannot be recognised.</summary>
    public ImmutableArray<string> Unreadable => [.. known.Where(one => one.Value is null).Select(one => one.Key)];

    /// <summary>Those that no agent has brought to an end.</summary>
    public ImmutableArray<RecordedChangeset> Open => Current(changeset => changeset.State == ChangesetState.Open);

    /// <summary>The invoices of changesets that count, except for one that is being recorded by whoever asks.</summary>
    public ImmutableArray<(RecordedChangeset In, RecordedInvoice Invoice)> Invoices(Func<RecordedInvoice, bool> wanted, string? except)
    {
        var found = Current(changeset => Counts(changeset) && changeset.Id != except && changeset.Invoices.Any(wanted));
        var takenBack = found.IsEmpty ? [] : known.Values.OfType<RecordedChangeset>().Where(c => c.State == ChangesetState.Finished).SelectMany(c => c.TakenBack).ToHashSet(StringComparer.Ordinal);
        return [.. found.SelectMany(changeset => changeset.Invoices.Where(i => wanted(i) && !takenBack.Contains(i.Marker)).Select(invoice => (changeset, invoice)))];
    }

    /// <summary>Those that count and rest on a mail or a file with this digest.</summary>
    public ImmutableArray<RecordedChangeset> Bringing(string sha256, string? except) =>
        Current(changeset => Counts(changeset) && changeset.Id != except && changeset.Brought.Contains(sha256));

    /// <summary>The changeset that an object on the sandbox carries the marker of; null where it is not in this folder.</summary>
    public RecordedChangeset? OfMarker(string marker) =>
        marker.Split('/') is [var id, _] ? Current(changeset => changeset.Id == id).FirstOrDefault() : null;

    private static bool Counts(RecordedChangeset changeset) => changeset.State != ChangesetState.Discarded;

    private ImmutableArray<RecordedChangeset> Current(Func<RecordedChangeset, bool> wanted)
    {
        Refresh();
        foreach (var path in known.Where(one => one.Value is { } changeset && wanted(changeset)).Select(one => one.Key).ToList())
        {
            Take(path);
        }
        return [.. known.Values.OfType<RecordedChangeset>().Where(wanted)];
    }

    private void Refresh()
    {
        foreach (var path in known.Where(one => one.Value is null or { State: ChangesetState.Open }).Select(one => one.Key).ToList())
        {
            Take(path);
        }
        // A folder that nothing was put into has nothing new; listing thousands for each of thousands of mails would be felt.
        if (!Directory.Exists(root) || Directory.GetLastWriteTimeUtc(root) is var changed && changed == listed)
        {
            return;
        }
        foreach (var path in Directory.EnumerateDirectories(Path.GetFullPath(root)).Select(folder => Path.Combine(folder, ChangesetFolder.FileName)).Where(path => !known.ContainsKey(path)))
        {
            Take(path);
        }
        listed = changed;
    }

    private void Take(string path)
    {
        if (File.Exists(path))
        {
            known[path] = RecordedChangeset.Read(path);
        }
        else
        {
            known.Remove(path);
        }
    }
}
