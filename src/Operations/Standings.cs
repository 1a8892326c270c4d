using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>The standings that several kinds share.</summary>
internal static class Standings
{
    public static Standing Unseen(Problem problem) => new Standing.Unseen(problem);

    public static Standing Conflict(Problem problem, params ImmutableArray<Observed> seen) => new Standing.Conflict([problem]) { Seen = seen };

    /// <summary>The standing of an operation whose object cannot be named yet or at all; null where it can.</summary>
    public static Standing? Blocked(Resolution resolution, string operation) => resolution switch
    {
        Resolution.Later later => new Standing.Waiting(later.Operation) { Seen = [Observed.Made(operation, later.Operation)] },
        Resolution.Not not => new Standing.Conflict([.. not.Problems.Select(p => p with { Place = operation })]),
        Resolution.Unseen unseen => Unseen(unseen.Problem with { Place = operation }),
        _ => null,
    };

    /// <summary>
    /// What <paramref name="asked"/> still has to be: fields that a later operation of the same changeset changes again
    /// are no longer this operation's to answer for.
    /// </summary>
    public static Fields StillAsked(Fields asked, Operation operation, Changeset changeset)
    {
        var mine = changeset.Operations.SkipWhile(o => o.Id != operation.Id).Skip(1)
            .OfType<Operation.Update>()
            .Where(later => later.On is Reference.Created created ? created.Operation == operation.Id : later.On.Equals(operation.DoneTo))
            .SelectMany(later => later.Set.Names)
            .ToHashSet(StringComparer.Ordinal);
        return asked.Where(name => !mine.Contains(name));
    }

    public static string List(IEnumerable<Difference> differences) => string.Join("; ", differences.Select(d => $"{d.Field} is '{d.Found}', the changeset has '{d.Expected}'"));
}
