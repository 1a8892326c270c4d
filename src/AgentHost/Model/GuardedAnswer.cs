namespace DolibarrAgent.AgentHost;

/// <summary>A body as it comes over the wire, with an end to everything: to its size, and to a silence in it.</summary>
internal sealed class GuardedAnswer(Stream inner, Budget budget, TimeProvider clock) : ReadingStream
{
    private long read;

    public required int Largest { get; init; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        using var silence = new CancellationTokenSource(ModelClient.Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, budget.Stop, silence.Token);
        try
        {
            var count = await inner.ReadAsync(buffer, either.Token);
            read += count;
            return read > Largest ? throw new ModelCallException(ModelFailure.TooLarge) : count;
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancel.IsCancellationRequested && !budget.Stop.IsCancellationRequested)
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
