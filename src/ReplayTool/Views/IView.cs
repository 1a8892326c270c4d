using DolibarrAgent.Replay;
using DolibarrAgent.Review;

namespace DolibarrAgent.ReplayTool;

/// <summary>Shows what the program does. Only views print.</summary>
internal interface IView
{
    /// <summary>What a person who waits is shown.</summary>
    IReplayProgress Progress { get; }

    /// <summary>What is about to be decided on: the review of a changeset, with what was found by looking again first.</summary>
    void Review(ReviewPage page);

    /// <summary>What would be done, where nobody is asked about it.</summary>
    void Plan(Plan plan);

    /// <summary>Shows the plan and asks for its code; null where there is nobody to ask, or nobody answered.</summary>
    Task<string?> AskAsync(Plan plan, CancellationToken cancel);

    /// <summary>The same for several plans with one code.</summary>
    Task<string?> AskAsync(BatchPlan plan, CancellationToken cancel);

    /// <summary>A link by which the desk is opened in a browser.</summary>
    /// <param name="link">It works once.</param>
    void DeskLink(Uri link);

    /// <summary>What came of it: the last thing shown.</summary>
    void End(Report report);
}
