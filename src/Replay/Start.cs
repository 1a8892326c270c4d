using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Replay;

/// <summary>Whether a program that replays may start at all.</summary>
public static class Start
{
    /// <summary>Every variable by which somebody puts code of their own into this process; none where there is none.</summary>
    public static ImmutableArray<Problem> ProblemsOf(IReadOnlyDictionary<string, string?> variables) =>
        [.. ForeignCode.FaultsOf(variables).Select(fault => new Problem(fault.Code, fault.Place, fault.Message, fault.Remedy))];
}
