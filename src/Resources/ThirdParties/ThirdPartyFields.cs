namespace DolibarrAgent.Resources;

/// <summary>Suppliers and customers (Dolibarr's <c>societe</c>).</summary>
public static class ThirdPartyFields
{
    public const string Name = "name";
    public const string Supplier = "supplier";
    public const string Customer = "customer";
    public const string VatNumber = "vatNumber";
    public const string Siren = "siren";
    public const string Siret = "siret";
    public const string Country = "country";
    public const string SupplierCode = "supplierCode";

    public static FieldSet All { get; } = new(
        new Field(Name, FieldType.Line, new("Name", "Nom")) { MaxLength = 128 },
        new Field("nameAlias", FieldType.Line, new("Other name", "Nom alternatif")) { MaxLength = 128 },
        new Field(Supplier, FieldType.Flag, new("Supplier", "Fournisseur")),
        new Field(Customer, FieldType.Flag, new("Customer", "Client")) { Settable = false },
        new Field(VatNumber, FieldType.VatNumber, new("VAT number", "Numéro de TVA")) { MaxLength = 20 },
        new Field(Siren, FieldType.Siren, new("SIREN", "SIREN")) { MaxLength = 128 },
        new Field(Siret, FieldType.Siret, new("SIRET", "SIRET")) { MaxLength = 128 },
        new Field("email", FieldType.Email, new("Email", "E-mail")) { MaxLength = 128 },
        new Field("phone", FieldType.Phone, new("Phone", "Téléphone")) { MaxLength = 30 },
        new Field("address", FieldType.Prose, new("Address", "Adresse")) { MaxLength = 255 },
        new Field("zip", FieldType.Line, new("Postcode", "Code postal")) { MaxLength = 25 },
        new Field("town", FieldType.Line, new("Town", "Ville")) { MaxLength = 50 },
        new Field(Country, FieldType.Line, new("Country", "Pays")) { MaxLength = 2 },
        new Field("url", FieldType.Url, new("Web site", "Site web")) { MaxLength = 255 },
        new Field("notePublic", FieldType.Prose, new("Public note", "Note publique")),
        new Field("notePrivate", FieldType.Prose, new("Private note", "Note privée")),
        new Field(SupplierCode, FieldType.Line, new("Supplier code", "Code fournisseur")) { Settable = false, Drawn = true });

    public static Resource Resource { get; } = new()
    {
        Name = "thirdparty",
        Title = new("third party", "tiers"),
        Fields = All,
        // Those that name one company for good, and the name, which must agree.
        Keys = [VatNumber, Siren, Siret, Name],
        Unique = [VatNumber, Siren, Siret],
        KnownBy = [Name, VatNumber, Siren, Siret],
        Verbs = ["create", "update", "delete"],
        Page = "societe/card.php?socid={0}",
        IsForEveryJob = true,
    };
}
