using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>What every update shares, whatever it updates: the before-image must still be there, or the wanted state already.</summary>
internal static class Updates
{
    public static IEnumerable<Problem> Check(Operation.Update operation)
    {
        if (operation.Set.Count == 0)
        {
            yield return new Problem(Codes.NothingSet, $"{operation.Id}.set", "It changes nothing.");
        }
        foreach (var name in operation.Set.Names.Where(name => !operation.Before.Has(name)))
        {
            yield return new Problem(Codes.MissingBefore, $"{operation.Id}.before.{name}", $"What '{name}' held before is not recorded, so nobody could see whether it has moved.", "Record the changeset again.");
        }
    }

    /// <summary>How it stands, given the object and what it holds.</summary>
    public static Standing Stand(Operation.Update operation, FieldSet rules, ObjectHeld found, Site site)
    {
        var ((id, seen), held) = found;
        var asked = Standings.StillAsked(operation.Set, operation, site.Changeset);
        if (rules.Differences(asked, held).IsEmpty)
        {
            return new Standing.Done(id, held) { Seen = seen };
        }
        var drift = operation.Before
            .Where(before => !rules.Differences(Fields.None.With(before.Key, before.Value), held).IsEmpty
                && !(operation.Set[before.Key] is { } wanted && rules.Differences(Fields.None.With(before.Key, wanted), held).IsEmpty))
            .Select(before => new Problem(
                Codes.Drift, $"{operation.Id}.{before.Key}",
                $"{before.Key} is '{rules.Words(before.Key, held[before.Key])}' on {site.Name}; the sandbox had '{rules.Words(before.Key, before.Value)}' before, and the changeset would make it '{rules.Words(before.Key, operation.Set[before.Key])}'.",
                $"Find out which is right. Then correct {site.Name} by hand, or refresh the sandbox and record the changeset again."))
            .ToList();
        return drift.Count > 0
            ? new Standing.Conflict([.. drift]) { Held = held }
            : new Standing.Ready(id) { Seen = [.. seen, .. operation.Before.Select(b => new Observed(b.Key, rules.Words(b.Key, held[b.Key])))] };
    }
}

/// <summary>An object that was found, and what it holds.</summary>
internal sealed record ObjectHeld(Resolution.One Object, Fields Held);
