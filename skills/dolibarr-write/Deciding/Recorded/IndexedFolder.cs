using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What was found when a folder was last looked into.</summary>
internal enum FolderState
{
    /// <summary>It has no <c>changeset.json</c>, or not yet.</summary>
    Empty,

    /// <summary>Its <c>changeset.json</c> cannot be read.</summary>
    Unreadable,

    /// <summary>Its changeset is open.</summary>
    Open,

    /// <summary>Its changeset is finished or discarded.</summary>
    Ended,
}

/// <summary>A folder as it stands in the index.</summary>
internal sealed record IndexedFolder(string Name, FolderStamp Stamp, FolderState State);

/// <summary>By which it shows that a <c>changeset.json</c> was written again: its length and when it was written, in ticks.</summary>
internal readonly record struct FolderStamp(long Size, long Written)
{
    /// <summary>There is no such file.</summary>
    public static readonly FolderStamp None = new(-1, 0);

    public static FolderStamp Of(string changesetFile) => new FileInfo(changesetFile) is { Exists: true } file ? new(file.Length, file.LastWriteTimeUtc.Ticks) : None;
}

/// <summary>Names and stamps of folders as one number, in whatever order they come: two listings with the same sum hold the same.</summary>
internal static class FolderSum
{
    public static UInt128 Of(IEnumerable<StampedFolder> folders)
    {
        UInt128 sum = 0;
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var (name, stamp) in folders)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes($"{stamp.Size}/{stamp.Written}/{name}"), digest);
            sum = unchecked(sum + BinaryPrimitives.ReadUInt128LittleEndian(digest));
        }
        return sum;
    }
}

/// <summary>A folder by its name, and what tells whether it was written since.</summary>
internal readonly record struct StampedFolder(string Name, FolderStamp Stamp);
