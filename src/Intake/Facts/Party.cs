using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>A seller, buyer or payee as the document names it. Identifiers have their spaces removed.</summary>
public sealed record Party
{
    /// <summary>BT-27 or BT-44.</summary>
    public string? Name { get; init; }

    /// <summary>BT-28.</summary>
    public string? TradingName { get; init; }

    /// <summary>BT-31: the VAT identifier (scheme VA), spaces removed: the one to compare and to send.</summary>
    public string? VatId { get; init; }

    /// <summary>BT-31 with the spaces that the document puts in it: the one to show.</summary>
    public string? VatIdAsWritten { get; init; }

    /// <summary>BT-32: the local tax number (scheme FC).</summary>
    public string? TaxNumber { get; init; }

    /// <summary>Nine digits: from the legal identifier of scheme 0002, else from a SIRET, else from a French VAT identifier.</summary>
    public string? Siren { get; init; }

    /// <summary>Fourteen digits, only where an identifier of scheme 0009 says so.</summary>
    public string? Siret { get; init; }

    /// <summary>BT-40, ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>BT-29 and BT-30: every other identifier, with its scheme where it has one.</summary>
    public ImmutableArray<PartyIdentifier> Identifiers { get; init; } = [];
}

/// <summary>An identifier with the scheme (ISO 6523) it belongs to, null where the document names none.</summary>
public sealed record PartyIdentifier(string? Scheme, string Value);
