using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>How many messages were taken, what became of their parts, and for which reasons.</summary>
internal sealed record BatchTally(int Messages, ImmutableDictionary<MessageOutcome, int> Outcomes, ImmutableDictionary<CountedReason,
    int> Counted)
{
    public static BatchTally None { get; } =
        new(0, ImmutableDictionary<MessageOutcome, int>.Empty, ImmutableDictionary<CountedReason, int>.Empty);

    /// <summary>The reasons why something is left to do.</summary>
    public IEnumerable<ProblemCode> Codes =>
        Counted.Keys.Where(reason => reason.Outcome is MessageOutcome.Refused or MessageOutcome.NoInvoice).Select(reason => reason.Code);

    public int Count(MessageOutcome outcome) => Outcomes.GetValueOrDefault(outcome);

    /// <summary>How many for each reason, the most frequent first.</summary>
    public IEnumerable<ReasonCount> Reasons(params MessageOutcome[] outcomes) => Counted
        .Where(reason => outcomes.Contains(reason.Key.Outcome))
            .GroupBy(reason => reason.Key.Code.Text, reason => reason.Value, StringComparer.Ordinal)
        .Select(group => new ReasonCount(group.Key, group.Sum()))
        .OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Code, StringComparer.Ordinal);

    public BatchTally And(IngestedMessage message)
    {
        var (outcomes, counted) = (Outcomes, Counted);
        foreach (var part in message.Parts)
        {
            outcomes = outcomes.SetItem(part.Outcome, outcomes.GetValueOrDefault(part.Outcome) + 1);
            foreach (var reason in part.Problems.Select(p => new CountedReason(part.Outcome, p.Code)).Distinct())
            {
                counted = counted.SetItem(reason, counted.GetValueOrDefault(reason) + 1);
            }
        }
        return new BatchTally(Messages + 1, outcomes, counted);
    }
}

/// <summary>Why parts came to an outcome.</summary>
internal sealed record CountedReason(MessageOutcome Outcome, ProblemCode Code);
