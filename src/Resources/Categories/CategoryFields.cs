namespace DolibarrAgent.Resources;

/// <summary>
/// What objects are sorted by (Dolibarr's <c>categorie</c>, tags on its pages). Each is for objects of one kind, and may
/// stand below another of the same kind. Below the same one, Dolibarr takes each label once.
/// </summary>
public static class CategoryFields
{
    public const string Name = "category";
    public const string Label = "label";
    public const string Kind = "kind";
    public const string Parent = "parent";

    /// <summary>Its words for what it is for, each that of Dolibarr's paths too.</summary>
    public const string Product = "product";
    public const string Supplier = "supplier";
    public const string Customer = "customer";
    public const string Contact = "contact";

    public static Resource Resource { get; } = new()
    {
        Name = Name,
        Title = new("category", "catégorie"),
        Fields = new FieldSet(
            new Field(Parent, FieldType.Reference, new("Below", "Sous"))
            {
                Target = Name,
                Wire = "fk_parent",
                Column = "t.fk_parent",
                IsChangeable = false,
                Alike = [Kind],
            },
            new Field(Kind, FieldType.Choice, new("For", "Pour"))
            {
                Wire = "type",
                Choices =
                [
                    new(Product, new("Products", "Produits")) { Wire = "0" },
                    new(Supplier, new("Suppliers", "Fournisseurs")) { Wire = "1" },
                    new(Customer, new("Customers", "Clients")) { Wire = "2" },
                    new(Contact, new("Contacts", "Contacts")) { Wire = "4" },
                ],
                IsNeeded = true,
                IsChangeable = false,
            },
            new Field(Label, FieldType.Line, new("Label", "Libellé"))
            {
                Wire = "label",
                Column = "t.label",
                MaxLength = 180,
                IsNeeded = true,
            },
            new Field("description", FieldType.Prose, new("Description", "Description")) { Wire = "description" },
            new Field("color", FieldType.Color, new("Color", "Couleur")) { Wire = "color" }),
        Keys = [Parent, Kind, Label],
        Unique = [Parent, Kind, Label],
        KnownBy = [Label, Kind],
        Verbs = ["create", "update"],
        Page = "categories/viewcat.php?id={0}",
        Api = new ObjectApi("categories", [Right.ReadCategories], [Right.WriteCategories], [Right.DeleteCategories]) { HasTotals = false },
        Stays = "Dolibarr deletes no category through its API unless its Stock module was switched on once.",
    };
}
