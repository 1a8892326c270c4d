using System.Buffers;
using System.Text;

namespace DolibarrAgent.AgentHost;

/// <summary>What a client gets, whole lines alone: the library writes a message in pieces, and an error of ours must not come between two of them.</summary>
internal sealed class ClientOutput(Stream bytes) : Stream
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly ArrayBufferWriter<byte> line = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Answers something that has no id to be answered by.</summary>
    public Task RefuseAsync(int code, string words, CancellationToken cancel) => SendAsync(Encoding.UTF8.GetBytes(Json.Line(writer =>
    {
        writer.WriteString("jsonrpc", "2.0");
        writer.WriteNull("id");
        writer.WriteStartObject("error");
        writer.WriteNumber("code", code);
        writer.WriteString("message", words);
        writer.WriteEndObject();
    }) + "\n"), cancel);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancel = default)
    {
        line.Write(buffer.Span);
        if (buffer.Span.EndsWith("\n"u8))
        {
            await SendAsync(line.WrittenMemory, cancel);
            line.ResetWrittenCount();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancel) => WriteAsync(buffer.AsMemory(offset, count), cancel).AsTask();

    public override Task FlushAsync(CancellationToken cancel) => Task.CompletedTask;

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            oneAtATime.Dispose();
        }
        base.Dispose(disposing);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> whole, CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            await bytes.WriteAsync(whole, cancel);
            await bytes.FlushAsync(cancel);
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
