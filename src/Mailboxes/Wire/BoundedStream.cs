namespace DolibarrAgent.Mailboxes;

/// <summary>
/// Lets a server send only so much for each thing that it was asked: a line that never ends, a list without end and a
/// message larger than was announced end there, before they fill the memory.
/// </summary>
internal sealed class BoundedStream(Stream inner) : Stream
{
    private long left;

    /// <summary>Whether more came than may.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>From now on so many more bytes may come.</summary>
    public void Allow(long bytes) => left = bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default) =>
        Counted(await inner.ReadAsync(buffer, cancel).ConfigureAwait(false));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancel) =>
        ReadAsync(buffer.AsMemory(offset, count), cancel).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancel = default) =>
        inner.WriteAsync(buffer, cancel);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancel) =>
        inner.WriteAsync(buffer, offset, count, cancel);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancel) => inner.FlushAsync(cancel);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        left -= read;
        if (left < 0)
        {
            IsExceeded = true;
            throw new IOException("The server sends more than it was asked for.");
        }
        return read;
    }
}
