using System.Collections.Immutable;

namespace DolibarrAgent.Resources;

/// <summary>A right of Dolibarr's: its dotted name in the API, its number in the user's rights tab, and what it allows.</summary>
public sealed record Right(string Name, int Id, string Allows)
{
    /// <summary>See third parties.</summary>
    public static Right ReadThirdParties { get; } = new("societe.lire", 121, "read third parties");

    /// <summary>Create and change third parties.</summary>
    public static Right WriteThirdParties { get; } = new("societe.creer", 122, "create and change third parties");

    /// <summary>Delete third parties.</summary>
    public static Right DeleteThirdParties { get; } = new("societe.supprimer", 125, "delete third parties");

    /// <summary>Without it lists hold only third parties of which the user is sales representative, and their invoices.</summary>
    public static Right SeeAllThirdParties { get; } = new("societe.client.voir", 262, "see all third parties and their objects");

    /// <summary>See contacts.</summary>
    public static Right ReadContacts { get; } = new("societe.contact.lire", 281, "read contacts");

    /// <summary>Create and change contacts.</summary>
    public static Right WriteContacts { get; } = new("societe.contact.creer", 282, "create and change contacts");

    /// <summary>Delete contacts.</summary>
    public static Right DeleteContacts { get; } = new("societe.contact.supprimer", 283, "delete contacts");

    /// <summary>Read supplier invoices.</summary>
    public static Right ReadSupplierInvoices { get; } = new("fournisseur.facture.lire", 1231, "read supplier invoices");

    /// <summary>Create, change and validate supplier invoices.</summary>
    public static Right WriteSupplierInvoices { get; } = new("fournisseur.facture.creer", 1232, "create and change supplier invoices");

    /// <summary>Delete supplier invoices.</summary>
    public static Right DeleteSupplierInvoices { get; } = new("fournisseur.facture.supprimer", 1234, "delete supplier invoices");

    /// <summary>Read products, and services with them.</summary>
    public static Right ReadProducts { get; } = new("produit.lire", 31, "read products");

    /// <summary>Create and change products.</summary>
    public static Right WriteProducts { get; } = new("produit.creer", 32, "create and change products");

    /// <summary>Delete products.</summary>
    public static Right DeleteProducts { get; } = new("produit.supprimer", 34, "delete products");

    /// <summary>Read the company's own bank accounts and what was booked on them.</summary>
    public static Right ReadOwnAccounts { get; } = new("banque.lire", 111, "read the company's bank accounts");

    /// <summary>Read categories, and what is in them.</summary>
    public static Right ReadCategories { get; } = new("categorie.lire", 241, "read categories");

    /// <summary>Create and change categories.</summary>
    public static Right WriteCategories { get; } = new("categorie.creer", 242, "create and change categories");

    /// <summary>Delete categories.</summary>
    public static Right DeleteCategories { get; } = new("categorie.supprimer", 243, "delete categories");

    /// <summary>Read customer invoices.</summary>
    public static Right ReadCustomerInvoices { get; } = new("facture.lire", 11, "read customer invoices");

    /// <summary>Read customer orders.</summary>
    public static Right ReadCustomerOrders { get; } = new("commande.lire", 81, "read customer orders");

    /// <summary>Read proposals.</summary>
    public static Right ReadProposals { get; } = new("propal.lire", 21, "read proposals");

    /// <summary>Read the currencies of invoices and their rates.</summary>
    public static Right ReadCurrencies { get; } = new("multicurrency.currency.read", 40001, "read currencies and their rates");

    /// <summary>Needed to prove all others: Dolibarr shows a user's rights only to a user who may edit itself.</summary>
    public static Right EditOneself { get; } = new("user.self.creer", 342, "create and change one's own user information");

    /// <summary><c>see all third parties and their objects (societe.client.voir, 262)</c>.</summary>
    public override string ToString() => $"{Allows} ({Name}, {Id})";
}

/// <summary>The rights that a task needs.</summary>
public static class RightsNeeded
{
    /// <summary>To trust what a look-up of third parties does not find.</summary>
    public static ImmutableArray<Right> ReadingThirdParties { get; } = [Right.ReadThirdParties, Right.SeeAllThirdParties];

    /// <summary>To trust what a look-up of products does not find.</summary>
    public static ImmutableArray<Right> ReadingProducts { get; } = [Right.ReadProducts];

    /// <summary>Any one of these opens the terms and means of payment, strange as it is: no right of the supplier's side does.</summary>
    public static ImmutableArray<Right> ReadingDictionaries { get; } = [Right.ReadCustomerInvoices, Right.ReadCustomerOrders, Right.ReadProposals];

    /// <summary>To create and change third parties.</summary>
    public static ImmutableArray<Right> WritingThirdParties { get; } = [.. ReadingThirdParties, Right.WriteThirdParties];

    /// <summary>To delete third parties.</summary>
    public static ImmutableArray<Right> DeletingThirdParties { get; } = [.. ReadingThirdParties, Right.DeleteThirdParties];

    /// <summary>To trust what a look-up of supplier invoices does not find.</summary>
    public static ImmutableArray<Right> ReadingSupplierInvoices { get; } = [Right.ReadSupplierInvoices, Right.SeeAllThirdParties];

    /// <summary>To create, change, validate and attach to supplier invoices.</summary>
    public static ImmutableArray<Right> WritingSupplierInvoices { get; } = [.. ReadingSupplierInvoices, Right.WriteSupplierInvoices];

    /// <summary>To delete supplier invoices.</summary>
    public static ImmutableArray<Right> DeletingSupplierInvoices { get; } = [.. ReadingSupplierInvoices, Right.DeleteSupplierInvoices];
}
