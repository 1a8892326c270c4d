namespace DolibarrAgent.Changesets;

/// <summary>A changeset in its folder, without its blobs: enough to say what it is, never to replay it.</summary>
/// <param name="Path">Its <c>changeset.json</c>.</param>
/// <param name="Digest">Of the bytes that were read.</param>
public sealed record ChangesetOnDisk(string Path, Changeset Changeset, Digest Digest);

/// <summary>The changesets that lie beside each other.</summary>
public static class ChangesetsOnDisk
{
    /// <summary>
    /// Those in the folders directly inside <paramref name="root"/>, by path. What cannot be read is left out, and so is
    /// all where there is no such folder: whoever asks wants to name what is there, and relies on nothing that is missing.
    /// </summary>
    public static IEnumerable<ChangesetOnDisk> In(string root) =>
        FoldersIn(root).Order(StringComparer.Ordinal).Select(folder => Read(Path.Combine(folder, ChangesetFolder.FileName))).OfType<ChangesetOnDisk>();

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

    private static ChangesetOnDisk? Read(string path)
    {
        try
        {
            return ChangesetFile.Read(RegularFile.Read(path, ChangesetFile.SizeLimit)) is ChangesetRead.Good good
                ? new ChangesetOnDisk(path, good.Changeset, good.Digest)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
