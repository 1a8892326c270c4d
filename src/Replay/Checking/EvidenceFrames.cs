using System.Buffers.Binary;

namespace DolibarrAgent.Replay;

/// <summary>Runs of bytes between this process and the one that reads, each behind its length (four bytes, the highest first).</summary>
public static class EvidenceFrames
{
    /// <summary>No document, and nothing that is said of one, is longer.</summary>
    private const int Longest = 100 * 1024 * 1024;

    /// <summary>Writes one.</summary>
    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        await stream.WriteAsync(length, cancel);
        await stream.WriteAsync(bytes, cancel);
        await stream.FlushAsync(cancel);
    }

    /// <summary>The next; null where the other side has ended, or does not keep to the form.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancel) < length.Length)
        {
            return null;
        }
        var count = BinaryPrimitives.ReadInt32BigEndian(length);
        if (count is < 0 or > Longest)
        {
            return null;
        }
        var bytes = new byte[count];
        return await stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, cancel) < count ? null : bytes;
    }
}
