namespace DolibarrAgent.Resources;

/// <summary>Suppliers and customers (Dolibarr's <c>societe</c>). Dolibarr takes a second one with the same name, VAT number or SIREN without a word.</summary>
public static class ThirdPartyFields
{
    public const string Name = "name";
    public const string NameAlias = "nameAlias";
    public const string Supplier = "supplier";
    public const string Customer = "customer";
    public const string VatNumber = "vatNumber";
    public const string Siren = "siren";
    public const string Siret = "siret";
    public const string Email = "email";
    public const string Country = "country";
    public const string SupplierCode = "supplierCode";

    public static FieldSet All { get; } = new(
        new Field(Name, FieldType.Line, new("Name", "Nom")) { Wire = "name", Column = "t.nom", MaxLength = 128, IsNeeded = true },
        new Field(NameAlias, FieldType.Line, new("Other name", "Nom alternatif")) { Wire = "name_alias", MaxLength = 128 },
        new Field(Supplier, FieldType.Flag, new("Supplier", "Fournisseur"))
        {
            Wire = "fournisseur",
            Draws = "code_fournisseur",
            Lasting = "That a third party is a supplier is never taken away here: others may have come to rely on it.",
        },
        // A prospect is 2, and both are 3.
        new Field(Customer, FieldType.Flag, new("Customer", "Client")) { Wire = "client", Yes = [1, 3], Settable = false },
        new Field(VatNumber, FieldType.VatNumber, new("VAT number", "Numéro de TVA")) { Wire = "tva_intra", Column = "t.tva_intra", MaxLength = 20 },
        new Field(Siren, FieldType.Siren, new("SIREN", "SIREN")) { Wire = "idprof1", Column = "t.siren", MaxLength = 128 },
        new Field(Siret, FieldType.Siret, new("SIRET", "SIRET")) { Wire = "idprof2", Column = "t.siret", MaxLength = 128 },
        new Field(Email, FieldType.Email, new("Email", "E-mail")) { Wire = "email", Column = "t.email", MaxLength = 128 },
        new Field("phone", FieldType.Phone, new("Phone", "Téléphone")) { Wire = "phone", MaxLength = 30 },
        new Field("address", FieldType.Prose, new("Address", "Adresse")) { Wire = "address", MaxLength = 255 },
        new Field("zip", FieldType.Line, new("Postcode", "Code postal")) { Wire = "zip", MaxLength = 25 },
        new Field("town", FieldType.Line, new("Town", "Ville")) { Wire = "town", MaxLength = 50 },
        new Field(Country, FieldType.Country, new("Country", "Pays"))
        {
            Wire = "country_code",
            WireId = "country_id",
            MaxLength = 2,
            Lasting = "Dolibarr's API clears no country of a third party.",
        },
        new Field("url", FieldType.Url, new("Web site", "Site web")) { Wire = "url", MaxLength = 255 },
        new Field("notePublic", FieldType.Prose, new("Public note", "Note publique")) { Wire = "note_public" },
        new Field("notePrivate", FieldType.Prose, new("Private note", "Note privée")) { Wire = "note_private" },
        new Field(SupplierCode, FieldType.Line, new("Supplier code", "Code fournisseur"))
        {
            Wire = "code_fournisseur",
            Column = "t.code_fournisseur",
            Settable = false,
            Drawn = true,
        });

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
        Api = new ObjectApi("thirdparties", RightsNeeded.ReadingThirdParties, [Right.WriteThirdParties], [Right.DeleteThirdParties])
        {
            SaysNotFoundForNone = true,
            Open = "status",
        },
    };

    /// <summary>A third party by the codes that a server draws for it, and nothing else: those of the canary are such.</summary>
    public static Resource Codes { get; } = Resource with
    {
        Fields = new FieldSet(
            new Field("customerCode", FieldType.Line, new("Customer code", "Code client")) { Wire = "code_client", Column = "t.code_client", Settable = false, Drawn = true },
            All[SupplierCode]!),
    };
}
