namespace DolibarrAgent.Simulator;

/// <summary>What a key may do, as far as the simulated resources ask for it.</summary>
[Flags]
public enum Rights
{
    /// <summary>Nothing at all; uploading needs no right on a real server either.</summary>
    None = 0,

    /// <summary>Read third parties (<c>societe.lire</c>).</summary>
    ReadThirdParties = 1,

    /// <summary>Create and change third parties (<c>societe.creer</c>).</summary>
    WriteThirdParties = 2,

    /// <summary>Delete third parties (<c>societe.supprimer</c>).</summary>
    DeleteThirdParties = 4,

    /// <summary>Right 262 (<c>societe.client.voir</c>): without it a key sees only the third parties that it represents.</summary>
    SeeAllThirdParties = 8,

    /// <summary>Read supplier invoices (<c>fournisseur.facture.lire</c>).</summary>
    ReadInvoices = 16,

    /// <summary>Create, change and validate supplier invoices (<c>fournisseur.facture.creer</c>).</summary>
    WriteInvoices = 32,

    /// <summary>Delete supplier invoices (<c>fournisseur.facture.supprimer</c>).</summary>
    DeleteInvoices = 64,

    /// <summary>Edit one's own user (<c>user.self.creer</c>), which reading one's own rights asks for.</summary>
    EditOwnUser = 128,

    /// <summary>Be an administrator of the server.</summary>
    Administer = 256,

    /// <summary>Read customer invoices, orders and proposals (<c>facture.lire</c>, <c>commande.lire</c>, <c>propal.lire</c>), each of which opens the terms and types of payment.</summary>
    ReadSales = 512,

    /// <summary>Read currencies and their rates (<c>multicurrency.currency.read</c>).</summary>
    ReadCurrencies = 4096,

    /// <summary>Read products (<c>produit.lire</c>).</summary>
    ReadProducts = 1024,

    /// <summary>Create and change products (<c>produit.creer</c>).</summary>
    WriteProducts = 2048,

    /// <summary>Read contacts (<c>societe.contact.lire</c>).</summary>
    ReadContacts = 8192,

    /// <summary>Create and change contacts (<c>societe.contact.creer</c>).</summary>
    WriteContacts = 16384,

    /// <summary>Delete contacts (<c>societe.contact.supprimer</c>).</summary>
    DeleteContacts = 32768,

    /// <summary>Delete products (<c>produit.supprimer</c>).</summary>
    DeleteProducts = 65536,

    /// <summary>Read the company's own bank accounts (<c>banque.lire</c>).</summary>
    ReadBanks = 1048576,

    /// <summary>Read categories and what is in them (<c>categorie.lire</c>).</summary>
    ReadCategories = 131072,

    /// <summary>Create and change categories (<c>categorie.creer</c>).</summary>
    WriteCategories = 262144,

    /// <summary>Delete categories (<c>categorie.supprimer</c>).</summary>
    DeleteCategories = 524288,

    /// <summary>Those of the resources that are done by their description: not every key needs them.</summary>
    Described = ReadContacts | WriteContacts | DeleteContacts | ReadProducts | WriteProducts | DeleteProducts
        | ReadCategories | WriteCategories | DeleteCategories,

    /// <summary>What a key that only reads has.</summary>
    Reader = ReadThirdParties | SeeAllThirdParties | ReadInvoices | EditOwnUser | ReadSales | ReadProducts | ReadCurrencies | ReadContacts
        | ReadBanks | ReadCategories,

    /// <summary>What a key that reads and writes has.</summary>
    Writer = Reader | WriteThirdParties | DeleteThirdParties | WriteContacts | DeleteContacts
        | WriteInvoices | DeleteInvoices | WriteProducts | DeleteProducts | WriteCategories | DeleteCategories,
}
