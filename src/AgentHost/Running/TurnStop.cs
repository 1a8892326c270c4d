namespace DolibarrAgent.AgentHost;

/// <summary>What a person stops a turn with; the next turn is another.</summary>
internal sealed class TurnStop : IDisposable
{
    private readonly Lock guard = new();
    private CancellationTokenSource? current;

    /// <summary>A turn begins; the token is cancelled when it is to end.</summary>
    public CancellationToken Begin(CancellationToken cancel)
    {
        lock (guard)
        {
            current?.Dispose();
            current = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            return current.Token;
        }
    }

    public void End()
    {
        lock (guard)
        {
            current?.Dispose();
            current = null;
        }
    }

    /// <summary>Stops the turn that is under way; nothing where none is.</summary>
    public void Stop()
    {
        lock (guard)
        {
            current?.Cancel();
        }
    }

    public void Dispose() => End();
}
