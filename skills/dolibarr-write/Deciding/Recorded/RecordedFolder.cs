using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using Microsoft.Data.Sqlite;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The folder of the changesets with its index, which is brought up to date before each question: once in a process every
/// folder is compared with it, by name and stamp, and then whenever a name was added or taken out that is not its own.
/// Where there is no index to be had it is made in memory, which takes as long as to read every changeset.
/// </summary>
/// <param name="root">The folder; it need not be there.</param>
internal sealed class RecordedFolder(string root) : IDisposable
{
    /// <summary>Beside the changesets, and with a folder of its own: SQLite's files come and go.</summary>
    public const string IndexFolder = ".index";

    public const string IndexFile = "recorded.db";

    /// <summary>How many changesets are read before another agent has its turn.</summary>
    private const int AtOnce = 100;

    private readonly string root = Path.GetFullPath(root);
    private RecordedIndex? index;
    private Source source = Source.File;
    private bool compared;

    private enum Source
    {
        File,
        FileAnew,
        Memory,
    }

    // A link has a time of its own.
    private string Sealed => new DirectoryInfo(root).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? root;

    public string FileIn(string name) => Path.Combine(root, name, ChangesetFolder.FileName);

    /// <summary>What the index, brought up to date, says; nothing where there is no folder. May be asked twice.</summary>
    public ImmutableArray<T> Ask<T>(Func<RecordedIndex, IEnumerable<T>> ask) => Directory.Exists(root) ? Try<ImmutableArray<T>>(current => [.. ask(current)]) : [];

    /// <summary>
    /// Makes the folder of a new changeset. Every other agent that makes one waits meanwhile, so the seal is put on again
    /// right away. Whatever else added a name between the two looks, some microseconds, is seen by the next process.
    /// </summary>
    public ChangesetFolder Make(string parent, Changeset changeset, FileRights? rights)
    {
        if (!Directory.Exists(root))
        {
            return ChangesetFolder.Create(parent, changeset, rights);
        }
        ChangesetFolder? made = null;
        return Try(current => made is not null ? made : current.Alone(() =>
        {
            var isWhole = FolderSeal.IsWhole(Sealed, current.Seal);
            made = ChangesetFolder.Create(parent, changeset, rights);
            if (isWhole)
            {
                current.Put(new IndexedFolder(Path.GetFileName(made.Path), FolderStamp.None, FolderState.Empty), []);
                current.Seal = FolderSeal.Put(Sealed);
            }
            return made;
        }));
    }

    public void Dispose() => index?.Dispose();

    private T Try<T>(Func<RecordedIndex, T> ask)
    {
        while (true)
        {
            try
            {
                return ask(UpToDate());
            }
            catch (SqliteException e) when (source != Source.Memory)
            {
                index?.Dispose();
                (index, compared) = (null, false);
                source = IsOutOfReach(e) ? Source.Memory : source + 1;
            }
        }
    }

    /// <summary>What a new file would not help.</summary>
    private static bool IsOutOfReach(SqliteException e) =>
        e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_CANTOPEN;

    private RecordedIndex UpToDate()
    {
        index ??= Open();
        if (!compared || !FolderSeal.IsWhole(Sealed, index.Seal))
        {
            Compare(index);
            compared = true;
        }
        foreach (var folder in index.NotEnded.Where(MayHaveChanged))
        {
            index.Alone(() => Take(index, folder.Name));
        }
        return index;
    }

    private bool MayHaveChanged(IndexedFolder folder) =>
        folder.State == FolderState.Unreadable || FolderStamp.Of(FileIn(folder.Name)) != folder.Stamp || ChangesetFolder.HasJournal(FileIn(folder.Name));

    private RecordedIndex Open()
    {
        if (source == Source.Memory)
        {
            return RecordedIndex.InMemory();
        }
        var file = Path.Combine(root, IndexFolder, IndexFile);
        try
        {
            // Only this user's agents ask it; SQLite gives its side files the rights of the file.
            FileRights.Private.MakeFolder(Path.GetDirectoryName(file)!);
            if (source == Source.FileAnew)
            {
                Array.ForEach([file, file + "-wal", file + "-shm"], File.Delete);
            }
            if (!File.Exists(file))
            {
                FileRights.Private.Open(file, FileMode.OpenOrCreate).Dispose();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SqliteException(e.Message, SQLitePCL.raw.SQLITE_CANTOPEN);
        }
        return RecordedIndex.In(file);
    }

    private void Compare(RecordedIndex current)
    {
        // Sealed before it is listed: what is added meanwhile breaks the seal.
        var seal = FolderSeal.IsWhole(Sealed, current.Seal) ? current.Seal : FolderSeal.Put(Sealed);
        if (FolderSum.Of(Listed()) != FolderSum.Of(current.Folders))
        {
            Reconcile(current);
        }
        if (current.Seal != seal)
        {
            current.Seal = seal;
        }
    }

    private void Reconcile(RecordedIndex current)
    {
        var listed = 0L;
        foreach (var some in Listed().Where(one => ++listed > 0 && current.StampOf(one.Name) != one.Stamp).Chunk(AtOnce))
        {
            current.Alone(() => Array.TrueForAll(some, one => Take(current, one.Name)));
        }
        if (current.Count != listed)
        {
            List<string> gone = [.. current.Folders.Select(one => one.Name).Where(name => !Directory.Exists(Path.Combine(root, name)))];
            current.Alone(() => gone.TrueForAll(name => Remove(current, name)));
        }
    }

    private IEnumerable<StampedFolder> Listed() => Directory.EnumerateDirectories(root)
        .Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.')).Select(name => new StampedFolder(name, FolderStamp.Of(FileIn(name))));

    private bool Take(RecordedIndex current, string name)
    {
        // Before it is read: where it is written meanwhile, the stamp differs the next time.
        var stamp = FolderStamp.Of(FileIn(name));
        var changeset = stamp == FolderStamp.None ? null : RecordedChangeset.Read(FileIn(name));
        var state = (stamp == FolderStamp.None, changeset) switch
        {
            (true, _) => FolderState.Empty,
            (_, null) => FolderState.Unreadable,
            (_, { State: ChangesetState.Open }) => FolderState.Open,
            _ => FolderState.Ended,
        };
        current.Put(new IndexedFolder(name, stamp, state), changeset is null ? [] : RecordedKeys.Of(changeset));
        return true;
    }

    private static bool Remove(RecordedIndex current, string name)
    {
        current.Remove(name);
        return true;
    }
}
