using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>What became of many messages. What is counted are their parts: without <c>--split</c> one for each message.</summary>
/// <param name="Named">What was to be entered; where it was watched, what waited at last.</param>
internal sealed record BatchSummary(Messages Named)
{
    /// <summary>The most that are kept of what could not be moved; each was told when it happened.</summary>
    private const int MostUnsettled = 20;

    /// <summary>Whether more messages were waited for: to be asked to end is then how it ends well.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Whether it was ended in the middle of a message.</summary>
    public bool IsAborted { get; init; }

    /// <summary>Those that were taken, counted: a watch may take any number.</summary>
    public BatchTally Done { get; init; } = BatchTally.None;

    /// <summary>How many of those that wait were not taken.</summary>
    public int NotReached { get; init; }

    /// <summary>Why messages that were taken could not be moved.</summary>
    public ImmutableArray<Problem> Unsettled { get; init; } = [];

    /// <summary>Why it went no further; empty where it came to its end, or was asked to stop.</summary>
    public ImmutableArray<Problem> StoppedBy { get; init; } = [];

    /// <summary>Changesets that no agent brought to an end.</summary>
    public ImmutableArray<string> Open { get; init; } = [];

    /// <summary>Folders of changesets that cannot be read.</summary>
    public ImmutableArray<string> Unreadable { get; init; } = [];

    /// <summary>All that there were.</summary>
    public int Messages => Done.Messages + NotReached;

    /// <summary>All that is not a message's own.</summary>
    public ImmutableArray<Problem> Problems => [.. Named.Problems, .. StoppedBy, .. Unsettled];

    /// <summary>0 where all was entered or is there, and where a watch was asked to end; a failure before a refusal, for it hides what
    /// the rules would have said.</summary>
    public int ExitCode => (Problems, IsWatched) switch
    {
        _ when IsAborted => AgentHost.ExitCode.Failed,
        ([], true) => AgentHost.ExitCode.Done,
        (var problems, true) => AgentHost.ExitCode.Of(problems),
        (var problems, false) => OfAll([.. problems.Select(p => p.Code), .. Done.Codes]),
    };

    /// <summary>With one more message, and why it could not be moved.</summary>
    public BatchSummary And(IngestedMessage message, Problem? unsettled) => this with
    {
        Done = Done.And(message),
        Unsettled = unsettled is null || Unsettled.Length == MostUnsettled ? Unsettled : [.. Unsettled, unsettled],
    };

    private int OfAll(ImmutableArray<ProblemCode> codes) => (codes, NotReached) switch
    {
        ([], 0) => AgentHost.ExitCode.Done,
        ([], _) => AgentHost.ExitCode.Failed,
        (_, 0) => AgentHost.ExitCode.Of(codes),
        _ => Math.Min(AgentHost.ExitCode.Failed, AgentHost.ExitCode.Of(codes)),
    };
}

/// <summary>Shows what becomes of many messages, as it becomes of them.</summary>
internal interface IBatchView
{
    /// <summary>These are taken now.</summary>
    void Begin(ImmutableArray<Message> messages);

    /// <summary>The message with this number, from 0, is begun; nothing where there are fewer.</summary>
    void Next(int number);

    void Show(IngestedMessage message);

    void End(BatchSummary summary);
}

/// <summary>How many were refused for a reason.</summary>
internal sealed record ReasonCount(string Code, int Count);
