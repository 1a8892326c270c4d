namespace DolibarrAgent.AgentHost;

/// <summary>A body as it comes over the wire, with an end to everything: to its size, and to a silence in it.</summary>
internal sealed class GuardedAnswer(Stream inner, Budget budget, TimeProvider clock) : ReadingStream
{
    private long read;

    public required int Largest { get; init; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var silence = new CancellationTokenSource(ModelClient.Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, budget.Stop, silence.Token);
        try
        {
            var count = await inner.ReadAsync(buffer, either.Token);
            read += count;
            return read > Largest ? throw new ModelCallException(ModelFailure.TooLarge) : count;
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested && !budget.Stop.IsCancellationRequested)
        {
            throw new ModelCallException(ModelFailure.Silent);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new ModelCallException(ModelFailure.Cut);
        }
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

/// <summary>A stream of events that must say that it is at its end: <c>[DONE]</c>, or why it finished. One that just stops was cut.</summary>
internal sealed class AnswerEnd(Stream inner) : ReadingStream
{
    private const int Kept = 64;
    private static readonly byte[] Done = "[DONE]"u8.ToArray();
    private static readonly byte[] Finished = "\"finish_reason\":\""u8.ToArray();

    private byte[] tail = [];
    private bool ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
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
