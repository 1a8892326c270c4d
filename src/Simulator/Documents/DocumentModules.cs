using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>The server's names for what documents hang on. Lists and uploads say <c>supplier_invoice</c>, downloads <c>facture_fournisseur</c>.</summary>
internal static class DocumentModules
{
    private static readonly ImmutableHashSet<string> Others =
    [
        "societe", "thirdparty", "adherent", "member", "user", "propal", "proposal", "supplier_proposal", "commande", "order",
        "commande_fournisseur", "supplier_order", "shipment", "expedition", "facture", "invoice", "produit", "product", "agenda", "action",
        "event", "expensereport", "knowledgemanagement", "categorie", "category", "ecm", "contrat", "contract", "ficheinter",
        "intervention", "projet", "project", "task", "project_task", "mrp", "contact", "socpeople", "medias", "service",
    ];

    /// <summary>Whether a real server has documents of that name which are not simulated.</summary>
    public static bool IsAnother(string module) => Others.Contains(module);

    public static bool IsOnDisk(string module) => module is "facture_fournisseur" or "invoice_supplier";

    /// <summary>Modules of a real server are a 501 here; what is not a module is refused as there.</summary>
    public static Reply NotSimulated(string module, string source) =>
        Others.Contains(module)
            ? new Reply.Text(StatusCodes.Status501NotImplemented, $"Not simulated: documents of {module}")
            : new Reply.Refused(500, $"Modulepart {module} not implemented yet.", source);
}
