using DolibarrAgent.Replay;

namespace DolibarrAgent.Campaign.Tests;

/// <summary>Ends a replay at one of its steps, as if the process had been killed there: nothing of it goes on behind that step.</summary>
/// <param name="at">The number of the step, from 1; 0 to let it live, and count.</param>
internal sealed class Death(int at)
{
    private readonly Lock gate = new();
    private readonly List<Step> steps = [];
    private bool dead;

    public IReadOnlyList<Step> Steps => steps;

    public void At(Step step)
    {
        lock (gate)
        {
            steps.Add(step);
            if (dead || steps.Count == at)
            {
                dead = true;
                throw new DiedException();
            }
        }
    }
}

/// <summary>The process is gone.</summary>
internal sealed class DiedException : Exception;
