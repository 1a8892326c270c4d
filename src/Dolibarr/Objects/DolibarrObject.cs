using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>An object of a resource that is read by its description.</summary>
/// <param name="Id">Its number on this server; means nothing on another.</param>
/// <param name="Marker">Our marker (<c>ref_ext</c>); empty where somebody else made it.</param>
/// <param name="Held">What it holds, in the fields of its description, but for the objects that it names.</param>
/// <param name="Ids">The objects that it names, by field; none for a field that names nothing.</param>
public sealed record DolibarrObject(long Id, string Marker, Fields Held, ImmutableSortedDictionary<string, long> Ids)
{
    /// <summary>False where it was closed.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>When it was entered; null where the server does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When any of its fields was last changed; null where the server does not say.</summary>
    public DateTimeOffset? Modified { get; init; }
}
