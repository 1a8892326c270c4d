using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The rights of a user as the server spells them: a right that is not held has no member.</summary>
internal static class RightsView
{
    private static readonly JsonObject Recorded = Shape.Load("rights").AsObject();

    /// <summary>Each simulated right beside the path of its member.</summary>
    private static readonly (Rights Right, string Path)[] Members =
    [
        (Rights.ReadThirdParties, "societe.lire"),
        (Rights.WriteThirdParties, "societe.creer"),
        (Rights.DeleteThirdParties, "societe.supprimer"),
        (Rights.SeeAllThirdParties, "societe.client"),
        (Rights.ReadContacts, "societe.contact.lire"),
        (Rights.WriteContacts, "societe.contact.creer"),
        (Rights.DeleteContacts, "societe.contact.supprimer"),
        (Rights.ReadInvoices, "fournisseur.facture.lire"),
        (Rights.WriteInvoices, "fournisseur.facture.creer"),
        (Rights.DeleteInvoices, "fournisseur.facture.supprimer"),
        (Rights.ReadProducts, "produit.lire"),
        (Rights.WriteProducts, "produit.creer"),
        (Rights.DeleteProducts, "produit.supprimer"),
        (Rights.ReadBanks, "banque.lire"),
        (Rights.ReadCategories, "categorie.lire"),
        (Rights.WriteCategories, "categorie.creer"),
        (Rights.DeleteCategories, "categorie.supprimer"),
        (Rights.ReadSales, "facture.lire"),
        (Rights.ReadSales, "commande.lire"),
        (Rights.ReadSales, "propal.lire"),
        (Rights.ReadSales, "propale.lire"),
    ];

    public static JsonObject Of(SimulatedUser user)
    {
        var writes = user.May(Rights.WriteThirdParties) || user.May(Rights.WriteInvoices);
        var rights = Recorded[writes ? "write" : "read"]!.DeepClone().AsObject();
        if ((user.Key.Rights & ~Rights.EditOwnUser) == Rights.None)
        {
            rights = new JsonObject { ["user"] = rights["user"]!.DeepClone() };
            Remove(rights, ["user", "self", "password"]);
        }

        if (user.May(Rights.Administer))
        {
            rights["user"]!["user"] = new JsonObject { ["lire"] = 1, ["creer"] = 1, ["password"] = 1, ["supprimer"] = 1, ["export"] = 1 };
        }

        foreach (var (right, path) in Members.Where(member => !user.May(member.Right)))
        {
            Remove(rights, path.Split('.'));
        }

        if (!user.May(Rights.EditOwnUser))
        {
            rights["user"]!["self"] = new JsonObject();
        }

        return rights;
    }

    private static void Remove(JsonObject rights, ReadOnlySpan<string> path)
    {
        if (path.Length == 1)
        {
            rights.Remove(path[0]);
        }
        else if (rights[path[0]] is JsonObject inner)
        {
            Remove(inner, path[1..]);
        }
    }
}
