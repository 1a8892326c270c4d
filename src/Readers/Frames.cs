using System.Buffers.Binary;

namespace DolibarrAgent.Readers;

/// <summary>Runs of bytes between a program and the process that reads for it, each behind its length (four bytes, the highest
/// first).</summary>
public static class Frames
{
    /// <summary>No document, and nothing that is said of one, is longer.</summary>
    public const int Longest = 100 * 1024 * 1024;

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
    /// <param name="stream">Where it comes from.</param>
    /// <param name="longest">More bytes than that are not taken.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<byte[]?> ReadAsync(Stream stream, int longest, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancel) < length.Length)
        {
            return null;
        }
        var count = BinaryPrimitives.ReadInt32BigEndian(length);
        if (count < 0 || count > longest)
        {
            return null;
        }
        var bytes = new byte[count];
        return await stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, cancel) < count ? null : bytes;
    }

    /// <summary>Writes one, and waits.</summary>
    public static void Write(Stream stream, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        stream.Write(length);
        stream.Write(bytes);
        stream.Flush();
    }

    /// <summary>The next, waited for; null where the other side has ended, or does not keep to the form.</summary>
    /// <param name="stream">Where it comes from.</param>
    /// <param name="longest">More bytes than that are not taken.</param>
    public static byte[]? Read(Stream stream, int longest)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (stream.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
        {
            return null;
        }
        var count = BinaryPrimitives.ReadInt32BigEndian(length);
        if (count < 0 || count > longest)
        {
            return null;
        }
        var bytes = new byte[count];
        return stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false) < count ? null : bytes;
    }
}
