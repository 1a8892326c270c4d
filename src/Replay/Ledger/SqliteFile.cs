using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;
using Microsoft.Data.Sqlite;

namespace DolibarrAgent.Replay;

/// <summary>The file of a SQLite ledger: whether it is there, how it comes to be, and what a person does where it cannot be used.</summary>
internal sealed class SqliteFile(string given)
{
    // SQLite's primary result codes.
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    // The system's own numbers: ENOSPC and EROFS.
    private const int NoSpace = 28;
    private const int ReadOnlyDisk = 30;

    private const int SmallestPage = 512;
    private const string Again = "then run the same command again. Nothing is written to a Dolibarr without the ledger.";
    private const string Restore = "Put back the last copy of it that is whole, with the files beside it whose names begin like its own; or name another ledger in DOLIBARR_LEDGER. Keep the damaged one: it may say what was sent. Nothing is written to a Dolibarr without the ledger.";

    // SQLite opens no longer one.
    private const int LongestPath = 500;

    /// <summary>Where the file itself is, whatever links lead there: two names of one ledger are one ledger, with one lock.</summary>
    /// <exception cref="LedgerException">The links lead in a circle, or the path is too long.</exception>
    public string Path { get; } = Checked(given);

    /// <summary>The path without any link in it.</summary>
    public static string RealOf(string path)
    {
        var real = System.IO.Path.GetPathRoot(System.IO.Path.GetFullPath(path))!;
        foreach (var part in System.IO.Path.GetFullPath(path)[real.Length..].Split(System.IO.Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = System.IO.Path.Combine(real, part);
            var file = new FileInfo(next);
            real = file.LinkTarget is null ? next : RealOf(file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }
        return real;
    }

    /// <summary>Whether it is there. A folder that is not there does not mean that a ledger is yet to be made: it may be a disk that is not mounted, with all that was ever replayed.</summary>
    /// <exception cref="LedgerException">Its folder is not there.</exception>
    public bool Exists()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        return Directory.Exists(folder)
            ? File.Exists(Path)
            : throw new LedgerException(new Problem(Codes.LedgerFolder, Path, $"The folder of the ledger is not there: {folder}.", $"Make it, or mount the disk that it is on, or name another ledger in DOLIBARR_LEDGER; {Again}"));
    }

    /// <summary>A second name would have files and locks of its own beside it, for the same ledger.</summary>
    public void RefuseSecondName()
    {
        if (FileFacts.Of(Path) is { } facts && (facts.Names > 1 || !facts.IsRegular))
        {
            throw new LedgerException(new Problem(Codes.LedgerLinked, Path, facts.IsRegular ? $"The ledger's file has {facts.Names} names (hard links): two replays could run at once." : "It is not a regular file but a folder, a pipe or a device.",
                $"Keep one name (find the others with: find / -xdev -samefile '{Path}'), or name another ledger in DOLIBARR_LEDGER; {Again}"));
        }
    }

    public SqliteConnection Connection(SqliteOpenMode mode) => ConnectionTo(Path, mode);

    /// <summary>Makes the ledger beside its place and moves it there: at its place there is a whole ledger or none.</summary>
    public async Task MakeAsync(Func<SqliteConnection, CancellationToken, Task> make, CancellationToken cancel)
    {
        var draft = $"{Path}.{Guid.NewGuid():N}.new";
        try
        {
            MakePrivate(draft);
            await using (var connection = ConnectionTo(draft, SqliteOpenMode.ReadWriteCreate))
            {
                await connection.OpenAsync(cancel);
                await make(connection, cancel);
            }
            File.Move(draft, Path, overwrite: false);
        }
        catch (IOException) when (File.Exists(Path))
        {
            // Another process made it at the same time: that one is used.
        }
        catch (Exception e) when (Refusal(Path, e) is { } refusal)
        {
            throw new LedgerException(refusal, e);
        }
        finally
        {
            foreach (var left in new[] { draft, draft + "-wal", draft + "-shm" }.Where(File.Exists))
            {
                File.Delete(left);
            }
        }
    }

    /// <summary>What others could have written says nothing of what was sent; the files beside it are part of it.</summary>
    public void RefuseOthers()
    {
        foreach (var file in new[] { Path, Path + "-wal", Path + "-shm" })
        {
            if (GuardedFile.ProblemOf(file, "the ledger") is { } fault)
            {
                throw new LedgerException(new Problem(fault.Code, fault.Place, fault.Message, $"{fault.Remedy}; {Again}"));
            }
        }
    }

    /// <summary>SQLite takes an empty file for a new database; of a ledger that was there, that would forget all that was sent.</summary>
    public void RefuseEmpty()
    {
        if (new FileInfo(Path) is { Exists: true, Length: < SmallestPage })
        {
            throw new LedgerException(new Problem(Codes.LedgerCorrupt, Path, "The ledger's file is empty, or all but: a ledger never is.", $"{Restore} If nothing was ever replayed with it, remove the file."));
        }
    }

    public Problem NoLedger() => new(Codes.LedgerForeign, Path, "It is a SQLite database, but no ledger.", $"Name the ledger, or a file that is not there yet, in DOLIBARR_LEDGER; {Again}");

    public static Problem Headless(string path) => new(Codes.LedgerCorrupt, path, "The ledger does not say which entry is its last: somebody removed that.", $"See `replay history --verify`. {Restore}");

    /// <summary>What SQLite or the file system refused, for a person; null where it is something else.</summary>
    public static Problem? Refusal(string path, Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: Full } or IOException { HResult: NoSpace } => new(Codes.LedgerDiskFull, path, "The disk of the ledger is full.", $"Free some of it; {Again}"),
        SqliteException { SqliteErrorCode: ReadOnly or CannotOpen } or UnauthorizedAccessException or IOException { HResult: ReadOnlyDisk } =>
            new(Codes.LedgerReadOnly, path, "The ledger cannot be opened or written.", $"Give this user the right to write its file and its folder, or name another ledger in DOLIBARR_LEDGER; {Again}"),
        SqliteException { SqliteErrorCode: Corrupt or NoDatabase } => new(Codes.LedgerCorrupt, path, $"The ledger's file is damaged, or is not a ledger at all: {e.Message}", Restore),
        SqliteException { SqliteErrorCode: Busy } => new(Codes.LedgerBusy, path, "Another program has kept the ledger locked for half a minute.", $"End it, or wait for it; {Again}"),
        SqliteException or IOException => new(Codes.LedgerUnusable, path, $"The ledger cannot be used: {e.Message}", $"See that its folder and its file can be written and that the disk has room, or name another ledger in DOLIBARR_LEDGER; {Again}"),
        _ => null,
    };

    /// <summary>For its owner alone; SQLite gives the files beside a database the same rights.</summary>
    private static void MakePrivate(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        new FileStream(file, options).Dispose();
    }

    private static string Checked(string given)
    {
        try
        {
            var real = RealOf(given);
            return System.Text.Encoding.UTF8.GetByteCount(real) <= LongestPath
                ? real
                : throw new LedgerException(new Problem(Codes.LedgerPath, real, $"The path of the ledger is too long for SQLite: {System.Text.Encoding.UTF8.GetByteCount(real)} bytes, at most {LongestPath}.", $"Keep the ledger in another folder, and name it in DOLIBARR_LEDGER; {Again}"));
        }
        catch (IOException e)
        {
            throw new LedgerException(new Problem(Codes.LedgerPath, given, $"The ledger's path leads nowhere: {e.Message}", $"Correct DOLIBARR_LEDGER, or the links that it leads through; {Again}"), e);
        }
    }

    private static SqliteConnection ConnectionTo(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
}
