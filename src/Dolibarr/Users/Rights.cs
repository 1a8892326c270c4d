using System.Collections.Immutable;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>The rights that were granted, by dotted name. Being an administrator grants none of them: Dolibarr's API asks for the right itself.</summary>
public sealed record Rights
{
    /// <summary>The rights of a set of dotted names.</summary>
    public Rights(IEnumerable<string> granted) => Granted = [.. granted];

    /// <summary>Dotted names, sorted: <c>fournisseur.facture.lire</c>.</summary>
    public ImmutableSortedSet<string> Granted { get; }

    /// <summary>Whether a right was granted.</summary>
    public bool Has(Right right) => Granted.Contains(right.Name);

    /// <summary>What is missing of what is needed, in its order; empty when all is there.</summary>
    public ImmutableArray<Right> Missing(IEnumerable<Right> needed) => [.. needed.Where(right => !Has(right))];

    /// <summary>Value equality over the names.</summary>
    public bool Equals(Rights? other) => other is not null && Granted.SetEquals(other.Granted);

    /// <inheritdoc />
    public override int GetHashCode() => Granted.Aggregate(0, HashCode.Combine);

    /// <summary>The names, with commas.</summary>
    public override string ToString() => string.Join(", ", Granted);
}

/// <summary>The user that a key belongs to.</summary>
/// <param name="Id">Its number on this server.</param>
/// <param name="Login">Its login.</param>
/// <param name="IsAdmin">Whether it is an administrator.</param>
/// <param name="Rights">What it may do.</param>
/// <param name="OnlyThirdPartyId">The one third party that an external user sees; null for a user of the company.</param>
public sealed record OwnUser(long Id, string Login, bool IsAdmin, Rights Rights, long? OnlyThirdPartyId);
