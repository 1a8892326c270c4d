using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Nobody waits.</summary>
internal sealed class Silent : IReplayProgress
{
    public void Sending(Operation operation, int attempt) { }

    public void Waiting(Operation operation, DateTimeOffset until) { }

    public void Ended(ReplayedOperation operation) { }
}
