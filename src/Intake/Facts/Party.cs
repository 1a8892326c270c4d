using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>A seller, buyer or payee as the document names it. VAT number, SIREN and SIRET are bare: letters and digits alone.</summary>
public sealed record Party
{
    /// <summary>BT-27 or BT-44.</summary>
    public string? Name { get; init; }

    /// <summary>BT-28.</summary>
    public string? TradingName { get; init; }

    /// <summary>
    /// The VAT number to compare and to send: BT-31, else the identifier that is one by its scheme or by its form.
    /// Null where what the document gives does not have the form of one.
    /// </summary>
    public string? VatId { get; init; }

    /// <summary>BT-31 as the document writes it: the one to show.</summary>
    public string? VatIdAsWritten { get; init; }

    /// <summary>BT-32: the local tax number (scheme FC).</summary>
    public string? TaxNumber { get; init; }

    /// <summary>Nine digits: from the legal identifier of scheme 0002, else from a SIRET, a French VAT number or an electronic address.</summary>
    public string? Siren { get; init; }

    /// <summary>Fourteen digits, where an identifier says that it is a SIRET, or cannot be anything else.</summary>
    public string? Siret { get; init; }

    /// <summary>BT-40, ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>BG-5 and BG-6; empty where the document does not say.</summary>
    public PostalAddress Address { get; init; } = PostalAddress.None;

    /// <summary>BT-29 and BT-30, those that became a SIREN or a SIRET too: as the document gives them, but for spaces, with the scheme where it names one.</summary>
    public ImmutableArray<PartyIdentifier> Identifiers { get; init; } = [];

    /// <summary>Whether anything here can be compared with a legal id on file.</summary>
    public bool HasLegalId => VatId is not null || Siren is not null || Siret is not null;

    /// <summary>The names it goes by.</summary>
    public IEnumerable<string> Names => new[] { Name, TradingName }.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!).Distinct();
}

/// <summary>An identifier with the scheme (ISO 6523) it belongs to, null where the document names none.</summary>
public sealed record PartyIdentifier(string? Scheme, string Value);

/// <summary>Where a party can be reached; what the document does not say is null.</summary>
public sealed record PostalAddress
{
    /// <summary>Says nothing.</summary>
    public static PostalAddress None { get; } = new();

    /// <summary>BT-35, BT-36, BT-162: street and what stands under it.</summary>
    public ImmutableArray<string> Street { get; init; } = [];

    /// <summary>BT-38.</summary>
    public string? Zip { get; init; }

    /// <summary>BT-37.</summary>
    public string? Town { get; init; }

    /// <summary>BT-42.</summary>
    public string? Phone { get; init; }

    /// <summary>BT-43.</summary>
    public string? Email { get; init; }
}
