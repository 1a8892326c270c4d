using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>What the fields of an object name, other objects and entries of dictionaries, as this target numbers them.</summary>
internal static class ObjectNames
{
    /// <summary>The other objects, each found here, in the order of the fields; or the standing of an operation that cannot go on for want of one.</summary>
    public static async Task<ObjectsNamed> ReferencesAsync(Resource resource, Fields set, Site site, CancellationToken cancel)
    {
        var (ids, seen) = (ImmutableDictionary<Reference, long>.Empty, ImmutableArray<Observed>.Empty);
        foreach (var (name, value) in set)
        {
            if (value is not FieldValue.To { Reference: var reference } || resource.Fields[name] is not { } field)
            {
                continue;
            }
            var found = await site.ResolveAsync(reference, ResourceOperations.Named(field.Target)!, cancel);
            if (found is not Resolution.One one)
            {
                return new ObjectsNamed(ids, seen, found);
            }
            (ids, seen) = (ids.SetItem(reference, one.Id), seen.AddRange(one.Seen));
        }
        return new ObjectsNamed(ids, seen, null);
    }

    /// <summary>The entries of dictionaries that the fields name by code; a field that is cleared names nothing.</summary>
    public static IEnumerable<NamedLook> In(Resource resource, Fields set, Site site, CancellationToken cancel) =>
        from field in resource.Fields.All.Where(field => field.Type == FieldType.Country)
        let code = set.TextOf(field.Name)
        where code is { Length: > 0 }
        select new NamedLook(new Named(field.Name, code), CountryAsync(code, site, cancel));

    /// <summary>What is sent, with this target's numbers in it.</summary>
    public static ObjectBody Body(Resource resource, Fields set, Standing.Ready here, string? marker)
    {
        var ids = ImmutableDictionary.CreateBuilder<string, long>();
        foreach (var (name, value) in set)
        {
            if (value is FieldValue.To to)
            {
                ids.Add(name, here.Ids[to.Reference]);
            }
            else if (value is FieldValue.Text { Value: { Length: > 0 } code } && here.Named.TryGetValue(new Named(name, code), out var id))
            {
                ids.Add(name, id);
            }
        }
        return new ObjectBody(resource, set, ids.ToImmutable(), marker);
    }

    private static async Task<Resolution> CountryAsync(string code, Site site, CancellationToken cancel)
    {
        var place = $"country {code}";
        return await site.Read.Countries.ByCodeAsync(code, cancel) switch
        {
            Answer<Country>.Ok { Value: var country } => new Resolution.One(country.Id, [new Observed(place, FormattableString.Invariant($"{country.Id}"))]),
            Answer<Country>.Refused { Problem: var no } when no.Code == Codes.NotFound => new Resolution.Not([new Problem(
                Codes.UnknownCode, place, $"{site.Name} has no country with the code '{code}'.", $"On {site.Name}, switch it on under Setup, Dictionaries, Countries. Or record the changeset again with another.")]),
            var answer => new Resolution.Unseen(answer.ProblemOf(place)),
        };
    }
}

/// <summary>The objects that an operation names.</summary>
/// <param name="Ids">Those that were found, by reference.</param>
/// <param name="Seen">What was seen of them.</param>
/// <param name="Blocked">The first that cannot be named yet or at all; null where all can.</param>
internal sealed record ObjectsNamed(ImmutableDictionary<Reference, long> Ids, ImmutableArray<Observed> Seen, Resolution? Blocked);
