using System.Collections.Immutable;

namespace DolibarrAgent.Risks;

/// <summary>A seller, a buyer or our own company, by what tells one company from another.</summary>
/// <param name="Names">The names it goes by; empty where none is given.</param>
/// <param name="Siren">Nine digits; null where it is not given.</param>
/// <param name="VatNumber">Letters and digits alone, in capitals; null where it is not given.</param>
public sealed record NamedParty(ImmutableArray<string> Names, string? Siren, string? VatNumber)
{
    /// <summary>Whether nothing is said of it.</summary>
    public bool IsNobody => Names.IsEmpty && Siren is null && VatNumber is null;

    /// <summary>Compares the names too.</summary>
    public bool Equals(NamedParty? other) => other is not null && Names.SequenceEqual(other.Names) && Siren == other.Siren && VatNumber == other.VatNumber;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Names.FirstOrDefault(), Siren, VatNumber);
}
