using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>A third party as Dolibarr has it, its fields by name. A text that is not on file is empty, never null.</summary>
/// <param name="Found">All that was read of it.</param>
public sealed record ThirdParty(DolibarrObject Found)
{
    /// <summary>Its number on this server; means nothing on another.</summary>
    public long Id => Found.Id;

    /// <summary>Our marker. Not unique.</summary>
    public string Marker => Found.Marker;

    /// <summary>False when it was closed.</summary>
    public bool IsOpen => Found.IsOpen;

    /// <summary>May be invoiced from as a supplier.</summary>
    public bool IsSupplier => Found.Held[ThirdPartyFields.Supplier] is FieldValue.Flag { Value: true };

    public string Name => this[ThirdPartyFields.Name];

    /// <summary>Other or trade name.</summary>
    public string NameAlias => this[ThirdPartyFields.NameAlias];

    /// <summary>Drawn by the server.</summary>
    public string SupplierCode => this[ThirdPartyFields.SupplierCode];

    public string VatNumber => this[ThirdPartyFields.VatNumber];

    public string Siren => this[ThirdPartyFields.Siren];

    public string Siret => this[ThirdPartyFields.Siret];

    /// <summary>The ids that name its company.</summary>
    public CompanyIds Ids => new(VatNumber, Siren, Siret);

    /// <summary>ISO 3166 two-letter code.</summary>
    public string CountryCode => this[ThirdPartyFields.Country];

    public string Zip => this["zip"];

    public string Town => this["town"];

    /// <summary>What a field of its description holds.</summary>
    public string this[string field] => Found.Held.TextOf(field) ?? "";
}
