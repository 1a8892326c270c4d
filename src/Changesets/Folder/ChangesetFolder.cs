using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>
/// A changeset on disk while it is recorded: <c>&lt;date&gt;-&lt;slug&gt;-&lt;id&gt;/</c> with <c>changeset.json</c> and <c>blobs/&lt;sha256&gt;</c>.
/// Names from outside never become paths: the folder is named by an id and plain letters, blobs by their digest.
/// Every method throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when the disk refuses.
/// </summary>
public sealed class ChangesetFolder
{
    public const string FileName = "changeset.json";
    public const string BlobsName = "blobs";

    /// <summary>What the name of the recorder's signature adds to the file's: <c>changeset.json.sig</c>.</summary>
    public const string SignatureEnding = ".sig";

    /// <summary>What an after-image may add to a changeset between the reservation and the write.</summary>
    private const int Slack = 256 * 1024;

    /// <summary>From this size on the file is not written whole for each operation.</summary>
    private const int Large = 128 * 1024;

    private readonly FileRights rights;
    private JournalWriter? journal;

    private ChangesetFolder(string path, FileRights rights) => (Path, this.rights) = (path, rights);

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    public string File => System.IO.Path.Combine(Path, FileName);

    /// <summary>The bytes to come, or room for them. What is left of it after a crash says what was about to be done.</summary>
    private string Next => File + ".next";

    private string Signature => File + SignatureEnding;

    /// <summary>Makes the folder of a new changeset inside <paramref name="root"/>, which is made too where it is absent.</summary>
    /// <param name="root">The folder of the changesets.</param>
    /// <param name="changeset">Names the folder by its date, title and id.</param>
    /// <param name="rights">Who may read what is made; null is its owner alone.</param>
    public static ChangesetFolder Create(string root, Changeset changeset, FileRights? rights = null)
    {
        var date = Days.Text(Moments.Day(changeset.Recorded.At));
        var name = string.Join('-', new[] { date, Slug(changeset.Title), changeset.Id }.Where(part => part.Length > 0));
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, name));
        (rights ?? FileRights.Private).MakeFolder(System.IO.Path.Combine(path, BlobsName));
        return new ChangesetFolder(path, rights ?? FileRights.Private);
    }

    /// <summary>The folder of a changeset that was read from it, whose rights it keeps.</summary>
    public static ChangesetFolder Of(LoadedChangeset loaded) => new(loaded.Folder, FileRights.Private.Like(System.IO.Path.Combine(loaded.Folder, FileName)));

    /// <summary>
    /// The bytes of the changeset in a file, with what was added to it since they were written whole; null where there is
    /// none, or a larger one than is read.
    /// </summary>
    public static ReadOnlyMemory<byte>? BytesOf(string changesetFile) => new FileInfo(changesetFile) is { Exists: true, Length: <= ChangesetFile.SizeLimit } && !RegularFile.IsOther(changesetFile)
        ? ChangesetJournal.Folded(changesetFile, System.IO.File.ReadAllBytes(changesetFile))
        : (ReadOnlyMemory<byte>?)null;

    /// <summary>Whether something may be added to an open changeset without its file being written again.</summary>
    public static bool HasJournal(string changesetFile) => System.IO.File.Exists(ChangesetJournal.Beside(changesetFile));

    /// <summary>What was about to be done when the recorder died; null where nothing was, or it did not come to be written.</summary>
    public Changeset? Intended()
    {
        var bytes = new FileInfo(Next) is { Exists: true, Length: <= ChangesetFile.SizeLimit } && !RegularFile.IsOther(Next) ? System.IO.File.ReadAllBytes(Next).AsMemory().TrimEnd((byte)' ') : default;
        return ChangesetFile.Read(bytes) is ChangesetRead.Good { Changeset: var intended } ? intended : ChangesetJournal.Intended(File, System.IO.File.ReadAllBytes(File));
    }

    /// <summary>
    /// Says what is about to be done and takes the room on disk that the changeset will need, before anything is written
    /// to a Dolibarr: a disk that is full refuses here, where nothing has happened yet.
    /// </summary>
    public void Reserve(Changeset intended)
    {
        if (journal is null)
        {
            TakeRoom(ChangesetFile.Write(intended), Slack);
            return;
        }
        journal.Intend(intended, Slack);
        var needed = (int)journal.WholeSize + Slack;
        if (new FileInfo(Next) is not { Exists: true, Length: var taken } || taken < needed)
        {
            // Half as much again: what a few operations need is not worth writing a file for each of them.
            TakeRoom([], needed + (needed / 2));
        }
    }

    /// <summary>
    /// Writes down durably, and at once, what was done after <see cref="Reserve"/>. A large changeset is not written whole
    /// for it each time: what is new stands in the journal beside it, which <see cref="BytesOf"/> adds.
    /// </summary>
    public void Add(Changeset changeset)
    {
        if (journal is { IsLong: false })
        {
            journal.Add(changeset);
        }
        else
        {
            Save(changeset);
        }
    }

    /// <summary>Writes the changeset whole, durably and at once: a reader sees the old bytes or the new ones. A signature of the old ones goes first.</summary>
    public void Save(Changeset changeset)
    {
        System.IO.File.Delete(Signature);
        var bytes = ChangesetFile.Write(changeset);
        Write(bytes);
        journal = bytes.Length < Large ? null : new JournalWriter(File, bytes, changeset, rights);
    }

    /// <summary>
    /// Writes a finished changeset with the signature under its bytes. The signature is there first: a changeset that its
    /// recorder signs is never found finished without it.
    /// </summary>
    public void SaveSigned(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> signature)
    {
        var next = Signature + ".next";
        using (var file = rights.Open(next, FileMode.Create))
        {
            file.Write(signature.Span);
            file.Flush(flushToDisk: true);
        }
        System.IO.File.Move(next, Signature, overwrite: true);
        Write(bytes.Span);
        journal = null;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        using (var file = rights.Open(Next, FileMode.OpenOrCreate))
        {
            file.Write(bytes);
            file.SetLength(bytes.Length);
            file.Flush(flushToDisk: true);
        }
        System.IO.File.Move(Next, File, overwrite: true);
        // With these bytes it no longer says anything, should it stay.
        System.IO.File.Delete(ChangesetJournal.Beside(File));
    }

    /// <summary>Keeps bytes under their digest. Kept once, however often they come.</summary>
    public Digest Keep(ReadOnlySpan<byte> bytes)
    {
        var digest = Digest.Of(bytes);
        var path = System.IO.Path.Combine(Path, BlobsName, digest.Hex);
        if (!System.IO.File.Exists(path))
        {
            var next = path + ".next";
            using (var file = rights.Open(next, FileMode.Create))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            System.IO.File.Move(next, path, overwrite: true);
        }
        return digest;
    }

    private void TakeRoom(byte[] bytes, int room)
    {
        using var file = rights.Open(Next, FileMode.Create);
        file.Write(bytes);
        file.Write(Encoding.ASCII.GetBytes(new string(' ', room)));
        file.Flush(flushToDisk: true);
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in PlainLetters.Of(title))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
            if (slug.Length >= 48)
            {
                break;
            }
        }
        return slug.ToString().Trim('-');
    }
}
