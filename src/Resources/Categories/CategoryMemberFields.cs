using System.Collections.Immutable;

namespace DolibarrAgent.Resources;

/// <summary>
/// That an object is in a category (a row of Dolibarr's <c>categorie_fournisseur</c> and its like). The two are all there
/// is to it: it has no number, and keeps no marker of ours.
/// </summary>
public static class CategoryMemberFields
{
    public const string Category = "category";
    public const string ThirdParty = "thirdparty";
    public const string Contact = "contact";
    public const string Product = "product";

    /// <summary>As what it is there: the words of <see cref="CategoryFields.Kind"/>.</summary>
    public const string As = "as";

    /// <summary>The fields of which one names the object.</summary>
    public static ImmutableArray<string> Objects { get; } = [ThirdParty, Contact, Product];

    public static Resource Resource { get; } = new()
    {
        Name = "categoryMember",
        Title = new("entry in a category", "classement dans une catégorie"),
        Fields = new FieldSet(
            new Field(Category, FieldType.Reference, new("Category", "Catégorie"))
            {
                Target = CategoryFields.Name,
                IsNeeded = true,
                IsChangeable = false,
            },
            new Field(ThirdParty, FieldType.Reference, new("Third party", "Tiers")) { Target = "thirdparty", IsChangeable = false },
            new Field(Contact, FieldType.Reference, new("Contact", "Contact")) { Target = "contact", IsChangeable = false },
            new Field(Product, FieldType.Reference, new("Product", "Produit")) { Target = "product", IsChangeable = false },
            new Field(As, FieldType.Choice, new("As", "En tant que"))
            {
                Choices =
                [
                    new(CategoryFields.Product, new("Product", "Produit")),
                    new(CategoryFields.Supplier, new("Supplier", "Fournisseur")),
                    new(CategoryFields.Customer, new("Customer", "Client")),
                    new(CategoryFields.Contact, new("Contact", "Contact")),
                ],
                Settable = false,
            }),
        Keys = [Category, ThirdParty, Contact, Product],
        Unique = [Category, ThirdParty, Contact, Product],
        KnownBy = [Category, ThirdParty, Contact, Product],
        Verbs = ["create", "delete"],
        Page = "categories/viewcat.php?id={0}",
    };

    /// <summary>The field that names what goes in categories of a kind; null where none does.</summary>
    public static string? FieldFor(string? kind) => kind switch
    {
        CategoryFields.Supplier or CategoryFields.Customer => ThirdParty,
        CategoryFields.Contact => Contact,
        CategoryFields.Product => Product,
        _ => null,
    };
}
