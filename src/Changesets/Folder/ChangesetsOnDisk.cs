using System.Collections.Immutable;

namespace DolibarrAgent.Changesets;

/// <summary>A changeset in its folder, without its blobs: enough to say what it is, never to replay it.</summary>
/// <param name="Path">Its <c>changeset.json</c>.</param>
/// <param name="Digest">Of the bytes that were read.</param>
public sealed record ChangesetOnDisk(string Path, Changeset Changeset, Digest Digest);

/// <summary>A <c>changeset.json</c> that was found in a folder. Closed.</summary>
/// <param name="Path">The file.</param>
public abstract record FoundChangeset(string Path)
{
    public sealed record Readable(ChangesetOnDisk OnDisk) : FoundChangeset(OnDisk.Path);

    /// <param name="Problems">Why it is no changeset; never empty.</param>
    public sealed record Unreadable(string Path, ImmutableArray<Problem> Problems) : FoundChangeset(Path);
}

/// <summary>The changesets that lie beside each other.</summary>
public static class ChangesetsOnDisk
{
    /// <summary>
    /// Those in the folders directly inside <paramref name="root"/>, by path. What cannot be read is left out, and so is
    /// all where there is no such folder: whoever asks wants to name what is there, and relies on nothing that is missing.
    /// </summary>
    public static IEnumerable<ChangesetOnDisk> In(string root) => AllIn(root).OfType<FoundChangeset.Readable>()
        .Select(found => found.OnDisk);

    /// <summary>
    /// All that there is in the folders directly inside <paramref name="root"/>, by path, with what cannot be read. A folder
    /// without a <c>changeset.json</c> holds none.
    /// </summary>
    public static IEnumerable<FoundChangeset> AllIn(string root) =>
        FoldersIn(root).Order(StringComparer.Ordinal).AsParallel().AsOrdered()
            .Select(folder => Read(Path.Combine(folder, ChangesetFolder.FileName))).OfType<FoundChangeset>();

    /// <summary>What a <c>changeset.json</c> holds; null where there is no such file.</summary>
    public static FoundChangeset? Read(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }
            return ChangesetFolder.BytesOf(path) is not { } bytes
                ? Unreadable(new Problem(Codes.NoFile, path, "There is no changeset to be read."))
                : ChangesetFile.Read(bytes) switch
                {
                    ChangesetRead.Good good => new FoundChangeset.Readable(new ChangesetOnDisk(path, good.Changeset, good.Digest)),
                    ChangesetRead.Bad bad => new FoundChangeset.Unreadable(path, bad.Problems),
                    _ => throw new InvalidOperationException("A changeset is read or not."),
                };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable(new Problem(Codes.NoFile, path, $"It cannot be read: {e.Message}"));
        }

        FoundChangeset.Unreadable Unreadable(Problem problem) => new(path, [problem]);
    }

    private static string[] FoldersIn(string root)
    {
        try
        {
            return Directory.Exists(root) ? Directory.GetDirectories(root) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
