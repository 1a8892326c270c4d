using System.Globalization;
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

    private ChangesetFolder(string path) => Path = path;

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    public string File => System.IO.Path.Combine(Path, FileName);

    /// <summary>The bytes to come. What is left of it after a crash says what was about to be done.</summary>
    private string Next => File + ".next";

    private string Signature => File + SignatureEnding;

    /// <summary>Makes the folder of a new changeset inside <paramref name="root"/>, which is made too where it is absent.</summary>
    public static ChangesetFolder Create(string root, Changeset changeset)
    {
        var date = changeset.Recorded.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = string.Join('-', new[] { date, Slug(changeset.Title), changeset.Id }.Where(part => part.Length > 0));
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, name));
        Directory.CreateDirectory(System.IO.Path.Combine(path, BlobsName));
        return new ChangesetFolder(path);
    }

    /// <summary>The folder of a changeset that was read from it.</summary>
    public static ChangesetFolder Of(LoadedChangeset loaded) => new(loaded.Folder);

    /// <summary>What was about to be done when the recorder died; null where nothing was, or it did not come to be written.</summary>
    public Changeset? Intended()
    {
        if (new FileInfo(Next) is not { Exists: true, Length: <= ChangesetFile.SizeLimit })
        {
            return null;
        }
        var bytes = System.IO.File.ReadAllBytes(Next).AsMemory().TrimEnd((byte)' ');
        return ChangesetFile.Read(bytes) is ChangesetRead.Good { Changeset: var intended } ? intended : null;
    }

    /// <summary>
    /// Takes the room on disk that the changeset will need, before anything is written to a Dolibarr: a disk that is
    /// full refuses here, where nothing has happened yet.
    /// </summary>
    public void Reserve(Changeset intended)
    {
        using var file = new FileStream(Next, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(ChangesetFile.Write(intended));
        file.Write(Encoding.ASCII.GetBytes(new string(' ', Slack)));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Writes the changeset durably and at once: a reader sees the old bytes or the new ones. A signature of the old ones goes first.</summary>
    public void Save(Changeset changeset)
    {
        System.IO.File.Delete(Signature);
        Write(ChangesetFile.Write(changeset));
    }

    /// <summary>
    /// Writes a finished changeset with the signature under its bytes. The signature is there first: a changeset that its
    /// recorder signs is never found finished without it.
    /// </summary>
    public void SaveSigned(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> signature)
    {
        var next = Signature + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(signature.Span);
            file.Flush(flushToDisk: true);
        }
        System.IO.File.Move(next, Signature, overwrite: true);
        Write(bytes.Span);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        using (var file = new FileStream(Next, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None))
        {
            file.Write(bytes);
            file.SetLength(bytes.Length);
            file.Flush(flushToDisk: true);
        }
        System.IO.File.Move(Next, File, overwrite: true);
    }

    /// <summary>Keeps bytes under their digest. Kept once, however often they come.</summary>
    public Digest Keep(ReadOnlySpan<byte> bytes)
    {
        var digest = Digest.Of(bytes);
        var path = System.IO.Path.Combine(Path, BlobsName, digest.Hex);
        if (!System.IO.File.Exists(path))
        {
            var next = path + ".next";
            using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            System.IO.File.Move(next, path, overwrite: true);
        }
        return digest;
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
