using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>One target as the operations of one changeset see it: what may be read there, and which of their objects are there by now.</summary>
/// <param name="Name">The name of the instance, for messages: <c>erp</c>.</param>
/// <param name="Read">The target, to read.</param>
/// <param name="Changeset">The changeset that the operations belong to.</param>
/// <param name="BytesOf">The bytes of a piece of evidence.</param>
/// <param name="Bindings">The objects that its operations have made there so far.</param>
public sealed record Site(string Name, DolibarrReader Read, Changeset Changeset, Func<Evidence, ReadOnlyMemory<byte>> BytesOf, Bindings Bindings)
{
    /// <summary>What a reference to an object of this resource points to here.</summary>
    public async Task<Resolution> ResolveAsync(Reference reference, Resource resource, CancellationToken cancel) => reference switch
    {
        Reference.Created { Operation: var by } => Bindings[by] is { } id
            ? new Resolution.One(id, [Observed.Made(resource.Name, by)])
            : new Resolution.Later(by),
        Reference.Found found => await resource.FindAsync(found, this, cancel),
        _ => throw new ArgumentException("A reference is created or found.", nameof(reference)),
    };

    /// <summary>
    /// The values that a key of a found object may have: the one recorded, and any that an operation of this same
    /// changeset gives it, so that a replay that was interrupted behind that operation still finds the object.
    /// </summary>
    public IReadOnlyList<string> ValuesOf(Reference.Found reference, string key)
    {
        var later = Changeset.Operations.OfType<Operation.Update>().Where(u => reference.Equals(u.On)).Select(u => u.Set.TextOf(key));
        return [.. later.Prepend(reference.Keys.TextOf(key)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }
}
