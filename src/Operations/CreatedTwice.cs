using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>
/// Two creations in one changeset of what is one object by its keys. No recorder writes them: the second would find the
/// first. A replay would stop at the second, with the first in the books.
/// </summary>
internal static class CreatedTwice
{
    public static IEnumerable<Problem> In(Changeset changeset)
    {
        var first = new Dictionary<string, Operation>(StringComparer.Ordinal);
        foreach (var create in changeset.Operations.OfType<Operation.Create>())
        {
            var resource = ResourceOperations.Named(create.Resource);
            foreach (var identity in resource?.IdentitiesOf(create) ?? [])
            {
                if (!first.TryAdd($"{create.Resource} {identity}", create) && first[$"{create.Resource} {identity}"] is var other)
                {
                    yield return new Problem(
                        Codes.CreatedTwice, create.Id, $"It creates a {resource!.Title} that {other.Id} creates already: both have the {identity}.");
                    break;
                }
            }
        }
    }
}
