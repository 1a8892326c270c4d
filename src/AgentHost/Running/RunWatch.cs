using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>Stands at the boundary between the model and the skill: no function begins once a bound is reached, and each is told of as it happens.</summary>
internal sealed class RunWatch(Narration narration) : IToolWatch
{
    /// <summary>Of the turn that is under way.</summary>
    public required Budget Budget { get; set; }

    public Refusals Refusals { get; } = new();

    public CancellationToken Stop => Budget.Stop;

    /// <summary>Called when the model has called a function: what it said before was not its last word.</summary>
    public event Action? Acted;

    public Problem? Refuses(ToolCall call)
    {
        Acted?.Invoke();
        narration.Called(call);
        return Budget.MayGoOn() ? null : Budget.Reached;
    }

    public void Ended(ToolCall call, string result)
    {
        narration.Answered(result);
        if (Budget.Reached is not null)
        {
            return;
        }
        if (Refusals.Note(call, result).Contains(Codes.BoundWrites))
        {
            Budget.ReachWrites();
        }
    }
}
