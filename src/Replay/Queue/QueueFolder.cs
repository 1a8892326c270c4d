using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>The changesets of a folder with where each stands, in the order in which they are replayed. Asks no Dolibarr.</summary>
/// <param name="Folder">As it was named.</param>
/// <param name="Changesets">Each after all that it waits for; otherwise as they were recorded.</param>
/// <param name="Unreadable">Files that look like changesets and cannot be read.</param>
public sealed record QueueFolder(
    string Folder, ImmutableArray<QueuedChangeset> Changesets, ImmutableArray<FoundChangeset.Unreadable> Unreadable)
{
    /// <summary>Reads the queue of a folder.</summary>
    /// <param name="variables">The environment's variables, by name.</param>
    /// <param name="folder">The folder; null for the one that the variables name.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static async Task<QueueResult> ReadAsync(
        IReadOnlyDictionary<string, string?> variables, string? folder, TimeProvider clock, CancellationToken cancel)
    {
        var read = ProgramSettings.Read(variables, SettingsNeeds.FoldersOnly);
        if (read is not Checked<ProgramSettings>.Valid { Value: var settings })
        {
            return new QueueResult.Refused(read.AllProblems);
        }
        var named = folder ?? settings.ChangesetsFolder;
        return Directory.Exists(named)
            ? new QueueResult.Good(Of(named, [.. ChangesetsOnDisk.AllIn(named)], await PastsAsync(settings, clock, cancel)))
            : new QueueResult.Refused([new Problem(Codes.NoQueueFolder, named, "There is no such folder.")]);
    }

    /// <summary>
    /// Those that are named, each by itself or by a folder of changesets. Of a folder only those are taken about which
    /// something is still to be done.
    /// </summary>
    /// <param name="variables">The environment's variables, by name.</param>
    /// <param name="paths">Each a <c>changeset.json</c>, its folder, or a folder of changesets.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static async Task<QueueResult> NamedAsync(
        IReadOnlyDictionary<string, string?> variables, ImmutableArray<string> paths, TimeProvider clock, CancellationToken cancel)
    {
        var read = ProgramSettings.Read(variables, SettingsNeeds.FoldersOnly);
        if (read is not Checked<ProgramSettings>.Valid { Value: var settings })
        {
            return new QueueResult.Refused(read.AllProblems);
        }
        var pasts = await PastsAsync(settings, clock, cancel);
        var folders = paths.Where(IsFolderOfChangesets).ToList();
        var ofFolders = folders.Select(folder => Of(folder, [.. ChangesetsOnDisk.AllIn(folder)], pasts)).ToList();
        var named = paths.Except(folders, StringComparer.Ordinal)
            .Select(path => ChangesetsOnDisk.Read(FileOf(path)) ?? new FoundChangeset.Unreadable(
            path, [new Problem(Codes.NoFile, path, "There is no changeset to be read.")])).ToList();
        if (named.OfType<FoundChangeset.Unreadable>().SelectMany(one => one.Problems).ToImmutableArray() is { IsEmpty: false } problems)
        {
            return new QueueResult.Refused(problems);
        }
        var all = Of(string.Join(' ', paths), [.. named, .. ofFolders.SelectMany(ToDo)], pasts);
        return new QueueResult.Good(all with { Unreadable = [.. ofFolders.SelectMany(one => one.Unreadable)] });

        static IEnumerable<FoundChangeset> ToDo(QueueFolder folder) =>
            folder.Changesets.Where(one => one.IsToDo).Select(one => new FoundChangeset.Readable(one.OnDisk));
    }

    /// <summary>Whether a path names a folder of changesets, and not one changeset.</summary>
    public static bool IsFolderOfChangesets(string path) => Directory.Exists(path) && !File.Exists(FileOf(path));

    private static string FileOf(string path) => Directory.Exists(path) ? Path.Combine(path, ChangesetFolder.FileName) : path;

    private static QueueFolder Of(string folder, IReadOnlyList<FoundChangeset> found, IReadOnlyDictionary<string, Past> pasts) => new(
        folder,
        InOrder(found.OfType<FoundChangeset.Readable>().Select(one => one.OnDisk).DistinctBy(one => Path.GetFullPath(one.Path))
            .Select(one => QueuedChangeset.Of(one, pasts.GetValueOrDefault(one.Changeset.Id, Past.None)))),
        [.. found.OfType<FoundChangeset.Unreadable>()]);

    /// <summary>Each with what it waits for, and behind that.</summary>
    internal static ImmutableArray<QueuedChangeset> InOrder(IEnumerable<QueuedChangeset> changesets)
    {
        var all = changesets.OrderBy(one => one.Changeset.Recorded.At).ThenBy(one => one.Changeset.Id, StringComparer.Ordinal).ToList();
        var (needs, stands) = (new QueueNeeds(), new Dictionary<string, QueuedChangeset>(StringComparer.Ordinal));
        var ordered = ImmutableArray.CreateBuilder<QueuedChangeset>(all.Count);
        // What one rests on was recorded before it, so that the order of recording is one in which they can be replayed.
        foreach (var one in all)
        {
            var standing = one.IsToDo
                ? one with { WaitsFor = [.. needs.Of(one.OnDisk).Select(need => Named(need, stands)).Where(IsMissing)] } : one;
            ordered.Add(standing);
            stands[one.Changeset.Id] = standing;
            // What was taken back brought nothing about.
            if (one.State != QueueState.Discarded)
            {
                needs.Add(one.OnDisk);
            }
        }
        return ordered.ToImmutable();
    }

    private static QueueNeed Named(Need need, Dictionary<string, QueuedChangeset> stands)
    {
        var other = stands[need.Of.Changeset.Id];
        return new QueueNeed(other.Changeset.Id, other.OnDisk.Path, other.State, need.By, need.For);
    }

    private static bool IsMissing(QueueNeed need) => need.State != QueueState.Replayed;

    private static async Task<IReadOnlyDictionary<string, Past>> PastsAsync(
        ProgramSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var (target, readings) = (settings.ProdInstance.Name, new Dictionary<string, PastReading>(StringComparer.Ordinal));
        await using var ledger =
            await Ledger.ToReadAsync(settings.Ledger, LastSeen.Of(settings.StateFolder, settings.Ledger), clock, cancel);
        if (ledger is not null)
        {
            await ledger.EachAsync(entry =>
            {
                if (entry.Content is { Changeset: { Length: > 0 } id } content && content.Target == target)
                {
                    if (!readings.TryGetValue(id, out var reading))
                    {
                        readings.Add(id, reading = new PastReading());
                    }
                    reading.Add(entry);
                }
            }, cancel);
        }
        return readings.ToDictionary(one => one.Key, one => one.Value.Past, StringComparer.Ordinal);
    }
}

/// <summary>What came of reading a queue. Closed.</summary>
public abstract record QueueResult
{
    private QueueResult() { }

    public sealed record Good(QueueFolder Queue) : QueueResult;

    public sealed record Refused(ImmutableArray<Problem> Problems) : QueueResult;
}
