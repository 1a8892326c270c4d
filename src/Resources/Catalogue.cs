using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DolibarrAgent.Resources;

/// <summary>Every resource that can be written. A new one is one line here.</summary>
public static class Catalogue
{
    /// <summary>All of them, in the order in which they are listed for people.</summary>
    public static ImmutableArray<Resource> All { get; } =
    [
        ThirdPartyFields.Resource, SupplierInvoiceFields.Resource, BankAccountFields.Resource, PaymentFields.Resource,
        CategoryMemberFields.Resource, Contact.Resource, ProductFields.Resource, CategoryFields.Resource,
        SupplierPriceFields.Resource,
    ];

    private static readonly FrozenDictionary<string, Resource> ByName = All.ToFrozenDictionary(resource => resource.Name, StringComparer.Ordinal);

    /// <summary>The one by this name; null if there is none.</summary>
    public static Resource? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>A field of a resource, or one that objects of every kind have in their images; null if there is none by this name.</summary>
    public static Field? FieldOf(string resource, string name) => Named(resource)?.FieldNamed(name) ?? CommonFields.All[name];

    /// <summary>The same for a field of rows.</summary>
    public static Field? ColumnOf(string resource, string name) => Named(resource)?.ColumnNamed(name) ?? FieldOf(resource, name);
}
