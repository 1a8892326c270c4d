namespace DolibarrAgent.AgentHost;

/// <summary>A stream of events that must say that it is at its end: <c>[DONE]</c>, or why it finished. One that just stops was cut.</summary>
internal sealed class AnswerEnd(Stream inner) : ReadingStream
{
    private const int Kept = 64;
    private static readonly byte[] Done = "[DONE]"u8.ToArray();
    private static readonly byte[] Finished = "\"finish_reason\":\""u8.ToArray();

    private byte[] tail = [];
    private bool ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        var count = await inner.ReadAsync(buffer, cancel);
        if (count == 0)
        {
            return ended || buffer.IsEmpty ? 0 : throw new ModelCallException(ModelFailure.Cut);
        }
        if (!ended)
        {
            byte[] seen = [.. tail, .. buffer.Span[..count].ToArray().Where(b => b is not (byte)' ')];
            ended = seen.AsSpan().IndexOf(Done) >= 0 || seen.AsSpan().IndexOf(Finished) >= 0;
            tail = seen[^Math.Min(Kept, seen.Length)..];
        }
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
