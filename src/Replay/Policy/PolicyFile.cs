using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>Finds the policy of a machine.</summary>
internal static class PolicyFile
{
    /// <summary>The policy of this folder; the built-in one where it has none, or there is no such folder.</summary>
    public static PolicyRead Read(string? gate)
    {
        if (gate is null)
        {
            return new PolicyRead.Good(Policy.BuiltIn);
        }
        var path = Path.Combine(gate, Policy.FileName);
        return GateFile.Read(path, "the policy") switch
        {
            (_, { } problem) => new PolicyRead.Bad([problem]),
            (null, _) => new PolicyRead.Good(Policy.BuiltIn),
            ({ } bytes, _) => new PolicyReader(path).Read(bytes),
        };
    }
}

/// <summary>What came of reading a policy. Closed.</summary>
internal abstract record PolicyRead
{
    private PolicyRead() { }

    public sealed record Good(Policy Policy) : PolicyRead;

    /// <param name="Problems">All that is wrong with it, each with its place.</param>
    public sealed record Bad(ImmutableArray<Problem> Problems) : PolicyRead;
}
