using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// Stands at the boundary between a client's model and the skill: tells of each call on stderr, and lets none begin once
/// the session has ended, nor the next write of one that has begun.
/// </summary>
internal sealed class ServedWatch(Narration narration, CancellationToken ended) : IToolWatch
{
    public CancellationToken Stop => ended;

    public Problem? Refuses(ToolCall call)
    {
        narration.Called(call);
        return ended.IsCancellationRequested ? new Problem(Codes.Stopped, "session", "", "The session has ended, and nothing new is started.")
            : null;
    }

    public void Ended(ToolCall call, string result) => narration.Answered(result);
}
