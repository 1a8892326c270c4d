namespace DolibarrAgent.Resources;

/// <summary>The people at a third party (Dolibarr's <c>socpeople</c>). Nothing there stops two of one name: at one third party we enter each name once.</summary>
public static class Contact
{
    public const string ThirdParty = "thirdparty";
    private const string LastName = "lastName";
    private const string FirstName = "firstName";
    private const string Email = "email";

    public static Resource Resource { get; } = new()
    {
        Name = "contact",
        Title = new("contact", "contact"),
        Fields = new FieldSet(
            new Field(ThirdParty, FieldType.Reference, new("Third party", "Tiers")) { Target = "thirdparty", Wire = "socid", Column = "t.fk_soc", IsNeeded = true, IsChangeable = false },
            new Field(LastName, FieldType.Line, new("Last name", "Nom")) { Wire = "lastname", Column = "t.lastname", MaxLength = 50, IsNeeded = true },
            new Field(FirstName, FieldType.Line, new("First name", "Prénom")) { Wire = "firstname", MaxLength = 50 },
            new Field("jobTitle", FieldType.Line, new("Job title", "Fonction")) { Wire = "poste", MaxLength = 255 },
            new Field(Email, FieldType.Email, new("Email", "E-mail")) { Wire = "email", Column = "t.email", MaxLength = 255 },
            new Field("phone", FieldType.Phone, new("Phone", "Téléphone")) { Wire = "phone_pro", MaxLength = 30 },
            new Field("mobile", FieldType.Phone, new("Mobile", "Portable")) { Wire = "phone_mobile", MaxLength = 30 },
            new Field("address", FieldType.Prose, new("Address", "Adresse")) { Wire = "address", MaxLength = 255 },
            new Field("zip", FieldType.Line, new("Postcode", "Code postal")) { Wire = "zip", MaxLength = 25 },
            new Field("town", FieldType.Line, new("Town", "Ville")) { Wire = "town", MaxLength = 255 },
            new Field("country", FieldType.Country, new("Country", "Pays")) { Wire = "country_code", WireId = "country_id" },
            new Field("notePublic", FieldType.Prose, new("Public note", "Note publique")) { Wire = "note_public" },
            new Field("notePrivate", FieldType.Prose, new("Private note", "Note privée")) { Wire = "note_private" }),
        Keys = [ThirdParty, LastName, FirstName, Email],
        Unique = [ThirdParty, LastName, FirstName],
        KnownBy = [LastName, FirstName, ThirdParty, Email],
        Verbs = ["create", "update", "delete"],
        Page = "contact/card.php?id={0}",
        Api = new ObjectApi("contacts", [Right.ReadContacts, Right.SeeAllThirdParties], [Right.WriteContacts], [Right.DeleteContacts]),
    };
}
