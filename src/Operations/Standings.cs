using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>The standings that several kinds share.</summary>
internal static class Standings
{
    public static Standing Unseen(Problem problem) => new Standing.Unseen(problem);

    public static Standing.Conflict Conflict(Problem problem, params ImmutableArray<Observed> seen) => new Standing.Conflict([problem]) { Seen = seen };

    /// <summary>The standing of an operation whose object cannot be named yet or at all; null where it can.</summary>
    public static Standing? Blocked(Resolution resolution, string operation) => resolution switch
    {
        Resolution.Later later => new Standing.Waiting(later.Operation) { Seen = [Observed.Made(operation, later.Operation)] },
        Resolution.Not not => new Standing.Conflict([.. not.Problems.Select(p => p with { Place = operation })]) { Absent = not.Absent },
        Resolution.Unseen unseen => Unseen(unseen.Problem with { Place = operation }),
        _ => null,
    };

    /// <summary>
    /// What <paramref name="asked"/> still has to be: fields that a later operation of the same changeset changes again
    /// are no longer this operation's to answer for.
    /// </summary>
    public static Fields StillAsked(Fields asked, Operation operation, Changeset changeset)
    {
        var mine = WithinChangeset.Of(changeset).Behind(operation).OfType<Operation.Update>().SelectMany(later => later.Set.Names).ToHashSet(StringComparer.Ordinal);
        return asked.Where(name => !mine.Contains(name));
    }

    /// <summary>
    /// Where an object is not what this operation asked for, or not what it became on the sandbox (its totals, say); but
    /// for what later operations of the same changeset made of it. While recording there is no after-image yet.
    /// </summary>
    public static ImmutableArray<Difference> Unlike(Operation operation, Fields held, Changeset changeset)
    {
        var kind = OperationKind.Of(operation)!;
        var changed = WithinChangeset.Of(changeset).Behind(operation).Where(later => later is not Operation.Attach)
            .SelectMany(later => later.After.Where(name => !Equals(later.After[name], operation.After[name])).Names).ToHashSet(StringComparer.Ordinal);
        var image = operation.After.Where(name => !changed.Contains(name) && !kind.AnswersFor(name));
        return [.. kind.Differences(operation, held, changeset).AddRange(kind.Fields.Differences(image, held)).Distinct()];
    }

    /// <summary>It is there, and nobody was told in which state it was stored.</summary>
    public static Problem NotAsRecorded(Operation operation, string target, IEnumerable<Difference> differences) => new(
        Codes.NotAsRecorded, operation.Id, $"It is on {target}, but not as the sandbox had it: {string.Join("; ", differences)}. It was stored so, or somebody has changed it since.", $"Look at it on {target}, and correct it there by hand.");

    public static Problem StoredOtherwise(Operation operation, string target, IEnumerable<Difference> differences) => new(
        Codes.StoredOtherwise, operation.Id, $"{target} accepted it, but stored something else: {string.Join("; ", differences)}.", $"Look at it on {target}, and correct it there by hand.");

    public static string List(IEnumerable<Difference> differences) => string.Join("; ", differences.Select(d => $"{d.Field} is '{d.Found}', the changeset has '{d.Expected}'"));
}
