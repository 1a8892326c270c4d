using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>One target as the operations of one changeset see it: what may be read there, and which of their objects are there by now.</summary>
/// <param name="Name">The name of the instance, for messages: <c>erp</c>.</param>
/// <param name="Read">The target, to read.</param>
/// <param name="Changeset">The changeset that the operations belong to.</param>
/// <param name="BytesOf">The bytes of a piece of evidence.</param>
/// <param name="Bindings">The objects that its operations have made there so far.</param>
public sealed record Site(string Name, SharedReader Read, Changeset Changeset, Func<Evidence, ReadOnlyMemory<byte>> BytesOf, Bindings Bindings)
{
    /// <summary>What other changesets do here before this one.</summary>
    public EarlierWork Earlier { get; init; } = EarlierWork.None;

    /// <summary>What a reference to an object of this resource points to here.</summary>
    public async Task<Resolution> ResolveAsync(Reference reference, ResourceOperations resource, CancellationToken cancel) => reference switch
    {
        Reference.Created { Operation: var by } => Bindings[by] is { } id
            ? new Resolution.One(id, [Observed.Made(resource.Name, by)])
            : new Resolution.Later(by),
        Reference.Found found => Earlier.Told(await resource.FindAsync(found, this, cancel), resource),
        _ => throw new ArgumentException("A reference is created or found.", nameof(reference)),
    };

    /// <summary>
    /// The values that a key of a found object may have: the one recorded, and any that an operation of this same
    /// changeset takes from it or gives it, so that it is found before that operation and behind it. An empty one where such
    /// an operation clears the key, or finds it empty.
    /// </summary>
    public IReadOnlyList<string> ValuesOf(Reference.Found reference, string key)
    {
        var changes = WithinChangeset.Of(Changeset).ChangesOfKeys.Where(u => u.Set.Has(key) && MayBe(reference, u)).ToList();
        List<string?> values = [reference.Keys.TextOf(key)];
        // From value to value: what is taken from another object, or given to it, is not this one's.
        while (changes.Find(u => values[0] is null || Values(u).Any(value => values.Any(known => IsSame(u, value, known)))) is { } next)
        {
            changes.Remove(next);
            values.AddRange(Values(next));
        }
        return [.. values.OfType<string>().Distinct(StringComparer.Ordinal)];

        string?[] Values(Operation.Update update) => [update.Before.TextOf(key), update.Set.TextOf(key)];

        bool IsSame(Operation.Update update, string? one, string? other) => one is { Length: > 0 } && other is { Length: > 0 }
            && Catalogue.Named(update.Resource)?.Fields[key] is { } field && Normal.Of(field.Type, one) == Normal.Of(field.Type, other);
    }

    /// <summary>Whether an update is to the object that a reference names, before or after it: they agree in every key that it leaves alone.</summary>
    private static bool MayBe(Reference.Found reference, Operation.Update update)
    {
        if (update.On is not Reference.Found on || reference.Equals(on))
        {
            return update.On.Equals(reference);
        }
        var kept = reference.Keys.Where(key => on.Keys.Has(key.Key) && !update.Set.Has(key.Key)).ToList();
        return kept.All(key => Equals(on.Keys[key.Key], key.Value))
            && (kept.Count > 0 || reference.Keys.Any(key => update.Set[key.Key] is { } given && given.Equals(key.Value)));
    }
}
