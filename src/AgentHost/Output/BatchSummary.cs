using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>What became of many messages. What is counted are their parts: without <c>--split</c> one for each message.</summary>
/// <param name="Named">What was to be entered.</param>
internal sealed record BatchSummary(Messages Named)
{
    public ImmutableArray<IngestedMessage> Done { get; init; } = [];

    /// <summary>Why it went no further; empty where it came to its end, or was asked to stop.</summary>
    public ImmutableArray<Problem> StoppedBy { get; init; } = [];

    /// <summary>Changesets that no agent brought to an end.</summary>
    public ImmutableArray<string> Open { get; init; } = [];

    /// <summary>Folders of changesets that cannot be read.</summary>
    public ImmutableArray<string> Unreadable { get; init; } = [];

    public int NotReached => Named.All.Length - Done.Length;

    private IEnumerable<IngestedPart> Parts => Done.SelectMany(message => message.Parts);

    /// <summary>0 where all was entered or is there; a failure before a refusal, for it hides what the rules would have said.</summary>
    public int ExitCode
    {
        get
        {
            ImmutableArray<Problem> problems = [.. Named.Problems, .. StoppedBy, .. Parts.Where(part => part.Outcome is MessageOutcome.Refused or MessageOutcome.NoInvoice).SelectMany(part => part.Problems)];
            return problems.IsEmpty ? NotReached == 0 ? AgentHost.ExitCode.Done : AgentHost.ExitCode.Failed : NotReached > 0 ? Math.Min(AgentHost.ExitCode.Failed, AgentHost.ExitCode.Of(problems)) : AgentHost.ExitCode.Of(problems);
        }
    }

    public int Count(MessageOutcome outcome) => Parts.Count(part => part.Outcome == outcome);

    /// <summary>How many for each reason, the most frequent first.</summary>
    public IEnumerable<ReasonCount> Reasons(MessageOutcome outcome) => Parts
        .Where(part => part.Outcome == outcome).SelectMany(part => part.Problems.Select(p => p.Code.Text).Distinct())
        .GroupBy(code => code, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => new ReasonCount(group.Key, group.Count()));
}

/// <summary>Shows what becomes of many messages, as it becomes of them.</summary>
internal interface IBatchView
{
    /// <summary>The message with this number, from 0, is begun; nothing where there are fewer.</summary>
    void Next(int number);

    void Show(IngestedMessage message);

    void End(BatchSummary summary);
}

/// <summary>How many were refused for a reason.</summary>
internal sealed record ReasonCount(string Code, int Count);
