using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DolibarrAgent.Changesets;

/// <summary>
/// A changeset and its blobs, read and checked once, in memory. What was checked is what is used: nothing goes back to
/// the disk, so nothing can be swapped in between.
/// </summary>
public sealed class LoadedChangeset
{
    /// <summary>A blob is an email or a document; a larger one is not read.</summary>
    private const long BlobLimit = 64L * 1024 * 1024;

    /// <summary>The largest signatures of ssh-keygen have a few kilobytes.</summary>
    private const long SignatureLimit = 64L * 1024;

    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> blobs;

    private LoadedChangeset(Changeset changeset, Digest digest, string folder, FrozenDictionary<string, ReadOnlyMemory<byte>> blobs)
    {
        Changeset = changeset;
        Digest = digest;
        Folder = folder;
        this.blobs = blobs;
    }

    public Changeset Changeset { get; }

    /// <summary>The SHA-256 of the bytes of <c>changeset.json</c>.</summary>
    public Digest Digest { get; }

    /// <summary>The bytes of <c>changeset.json</c> as they were read.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>The bytes of the signature that lies beside it, whoever made it; null if there is none.</summary>
    public ReadOnlyMemory<byte>? Signature { get; private init; }

    public string Folder { get; }

    /// <summary>The bytes of a piece of evidence. Only for evidence that has any.</summary>
    public ReadOnlyMemory<byte> BytesOf(Evidence evidence) =>
        evidence.Blob is { } blob ? blobs[blob.Hex] : throw new ArgumentException($"Evidence '{evidence.Id}' has no bytes.");

    /// <summary>Reads <c>changeset.json</c>, named by itself or by its folder, and every blob that it names.</summary>
    public static async Task<LoadResult> LoadAsync(string path, CancellationToken cancel)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, ChangesetFolder.FileName) : path;
        if (await CurrentAsync(file, cancel) is not { } bytes)
        {
            return Bad(new Problem(Codes.NoFile, path, "There is no changeset to be read."));
        }
        var result = ChangesetFile.Read(bytes);
        if (result is not ChangesetRead.Good read)
        {
            return new LoadResult.Bad(((ChangesetRead.Bad)result).Problems);
        }
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var blobs = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var evidence in read.Changeset.Evidence)
        {
            if (evidence.Blob is not { } digest || blobs.ContainsKey(digest.Hex))
            {
                continue;
            }
            var blob = await ReadAsync(Path.Combine(folder, ChangesetFolder.BlobsName, digest.Hex), BlobLimit, cancel);
            if (blob is null || Digest.Of(blob) != digest)
            {
                problems.Add(Blob(evidence, digest, blob));
            }
            else
            {
                blobs[digest.Hex] = blob;
            }
        }
        var beside = file + ChangesetFolder.SignatureEnding;
        var signature = await ReadAsync(beside, SignatureLimit, cancel);
        if (signature is null && Path.Exists(beside))
        {
            problems.Add(new Problem(Codes.SignatureUnreadable, beside, "There is a file with the name of the changeset's signature that cannot be read, or is too large for one."));
        }
        return problems.Count > 0
            ? new LoadResult.Bad(problems.ToImmutable())
            : new LoadResult.Good(new LoadedChangeset(read.Changeset, read.Digest, folder, blobs.ToFrozenDictionary(StringComparer.Ordinal)) { Bytes = bytes, Signature = signature is null ? null : (ReadOnlyMemory<byte>?)signature });
    }

    private static Problem Blob(Evidence evidence, Digest digest, byte[]? found) => found is null
        ? new Problem(Codes.BlobMissing, evidence.Id, $"Its file blobs/{digest.Hex} is not there or cannot be read.")
        : new Problem(Codes.BlobChanged, evidence.Id, $"Its file blobs/{digest.Hex} holds other bytes ({Digest.Of(found)}) than those that were recorded.");

    private static async Task<ReadOnlyMemory<byte>?> CurrentAsync(string file, CancellationToken cancel)
    {
        var whole = await ReadAsync(file, ChangesetFile.SizeLimit, cancel);
        try
        {
            return whole is null ? (ReadOnlyMemory<byte>?)null : ChangesetJournal.Folded(file, whole);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(string path, long limit, CancellationToken cancel)
    {
        try
        {
            return await RegularFile.ReadAsync(path, limit, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static LoadResult.Bad Bad(Problem problem) => new([problem]);
}

/// <summary>What came of loading a changeset. Closed.</summary>
public abstract record LoadResult
{
    private LoadResult() { }

    public sealed record Good(LoadedChangeset Loaded) : LoadResult;

    public sealed record Bad(ImmutableArray<Problem> Problems) : LoadResult;
}
