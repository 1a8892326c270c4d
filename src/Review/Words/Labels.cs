using System.Collections.Frozen;

namespace DolibarrAgent.Review;

/// <summary>What a person calls the things that a changeset names, in one language.</summary>
internal sealed class Labels(Language language, Headings headings)
{
    internal static FrozenDictionary<string, Term> Fields { get; } = new Dictionary<string, Term>
    {
        ["name"] = new("Name", "Nom"),
        ["nameAlias"] = new("Other name", "Nom alternatif"),
        ["supplier"] = new("Supplier", "Fournisseur"),
        ["customer"] = new("Customer", "Client"),
        ["vatNumber"] = new("VAT number", "Numéro de TVA"),
        ["siren"] = new("SIREN", "SIREN"),
        ["siret"] = new("SIRET", "SIRET"),
        ["email"] = new("Email", "E-mail"),
        ["phone"] = new("Phone", "Téléphone"),
        ["address"] = new("Address", "Adresse"),
        ["zip"] = new("Postcode", "Code postal"),
        ["town"] = new("Town", "Ville"),
        ["country"] = new("Country", "Pays"),
        ["url"] = new("Web site", "Site web"),
        ["notePublic"] = new("Public note", "Note publique"),
        ["notePrivate"] = new("Private note", "Note privée"),
        ["supplierCode"] = new("Supplier code", "Code fournisseur"),
        ["supplierReference"] = new("Supplier's reference", "Réf. fournisseur"),
        ["type"] = new("Type", "Type"),
        ["creditedInvoice"] = new("Credited invoice", "Facture corrigée par l'avoir"),
        ["date"] = new("Invoice date", "Date de facture"),
        ["dueDate"] = new("Due date", "Échéance"),
        ["paymentTerms"] = new("Payment terms", "Conditions de règlement"),
        ["paymentMeans"] = new("Payment means", "Mode de règlement"),
        ["label"] = new("Label", "Libellé"),
        ["currency"] = new("Currency", "Devise"),
        ["currencyRate"] = new("Rate of exchange", "Taux de change"),
        ["bookedExclTax"] = new("Booked excl. tax", "Comptabilisé HT"),
        ["bookedVat"] = new("Booked VAT", "TVA comptabilisée"),
        ["bookedInclTax"] = new("Booked incl. tax", "Comptabilisé TTC"),
        ["lines"] = new("Lines", "Lignes"),
        ["status"] = new("Status", "État"),
        ["number"] = new("Number", "Numéro"),
        ["totalExclTax"] = new("Total excl. tax", "Total HT"),
        ["totalVat"] = new("Total VAT", "Total TVA"),
        ["totalInclTax"] = new("Total incl. tax", "Total TTC"),
        ["description"] = new("Description", "Désignation"),
        ["quantity"] = new("Quantity", "Quantité"),
        ["unitPrice"] = new("Unit price", "Prix unitaire HT"),
        ["discountPercent"] = new("Discount %", "Remise %"),
        ["vatRate"] = new("VAT %", "TVA %"),
        ["kind"] = new("Kind", "Nature"),
        ["periodFrom"] = new("From", "Du"),
        ["periodTo"] = new("To", "Au"),
        ["product"] = new("Product", "Produit"),
        ["supplierProductReference"] = new("Supplier's article no.", "Réf. article fournisseur"),
        ["size"] = new("Size", "Taille"),
        ["sha256"] = new("SHA-256", "SHA-256"),
        ["files"] = new("Files", "Fichiers joints"),
        ["marker"] = new("Made by", "Créé par"),
        ["thirdparty"] = new("Third party", "Tiers"),
        ["iban"] = new("IBAN", "IBAN"),
        ["bic"] = new("BIC", "BIC"),
        ["bank"] = new("Bank", "Banque"),
        ["default"] = new("Default account", "Compte par défaut"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Where a column is narrow.</summary>
    internal static FrozenDictionary<string, Term> Columns { get; } = new Dictionary<string, Term>
    {
        ["quantity"] = new("Qty", "Qté"),
        ["unitPrice"] = new("Price", "PU HT"),
        ["discountPercent"] = new("Disc. %", "Rem. %"),
        ["totalExclTax"] = new("Net", "HT"),
        ["totalVat"] = new("VAT", "TVA"),
        ["totalInclTax"] = new("Gross", "TTC"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static FrozenSet<string> Numbers { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "quantity", "unitPrice", "discountPercent", "vatRate", "totalExclTax", "totalVat", "totalInclTax");

    internal static FrozenDictionary<string, Term> Resources { get; } = new Dictionary<string, Term>
    {
        ["thirdparty"] = new("third party", "tiers"),
        ["supplierInvoice"] = new("supplier invoice", "facture fournisseur"),
        ["bankAccount"] = new("bank account", "compte bancaire"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static FrozenDictionary<string, Term> Facts { get; } = new Dictionary<string, Term>
    {
        ["number"] = new("Number", "Numéro"),
        ["issueDate"] = new("Date", "Date"),
        ["dueDate"] = new("Due date", "Échéance"),
        ["currency"] = new("Currency", "Devise"),
        ["net"] = new("Total excl. tax", "Total HT"),
        ["vat"] = new("Total VAT", "Total TVA"),
        ["gross"] = new("Total incl. tax", "Total TTC"),
        ["due"] = new("Amount due", "Net à payer"),
        ["prepaid"] = new("Prepaid", "Acompte déjà versé"),
        ["ibans"] = new("Asks to pay to", "À payer sur le compte"),
        ["typeCode"] = new("Type of document", "Type de document"),
        ["buyerName"] = new("Addressed to", "Adressée à"),
        ["buyerSiren"] = new("Buyer's SIREN", "SIREN de l'acheteur"),
        ["buyerVatId"] = new("Buyer's VAT number", "Numéro de TVA de l'acheteur"),
        ["paymentTerms"] = new("Payment terms", "Conditions de paiement"),
        ["order"] = new("Order", "Commande"),
        ["rounding"] = new("Rounding", "Arrondi"),
        ["sellerName"] = new("Seller", "Vendeur"),
        ["sellerVatId"] = new("Seller's VAT number", "Numéro de TVA du vendeur"),
        ["sellerSiren"] = new("Seller's SIREN", "SIREN du vendeur"),
        ["sellerSiret"] = new("Seller's SIRET", "SIRET du vendeur"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words in which our own format writes a value, as people write them.</summary>
    internal static FrozenDictionary<(string Field, string Value), Term> Values { get; } = new Dictionary<(string, string), Term>
    {
        [("type", "standard")] = new("standard", "facture standard"),
        [("type", "creditNote")] = new("credit note", "avoir"),
        [("type", "deposit")] = new("deposit", "facture d'acompte"),
        [("type", "other")] = new("other", "autre"),
        [("status", "draft")] = new("draft", "brouillon"),
        [("status", "validated")] = new("validated", "validée"),
        [("status", "paid")] = new("paid", "payée"),
        [("status", "abandoned")] = new("abandoned", "abandonnée"),
        [("status", "other")] = new("other", "autre"),
        [("kind", "goods")] = new("goods", "bien"),
        [("kind", "service")] = new("service", "service"),
    }.ToFrozenDictionary();

    public VisibleText Field(string name) => Known(Fields, name, headings.UnknownField);

    /// <summary>A field's name before its value on one line. Of a name that is not known only what stands around it is ours.</summary>
    public VisibleText Key(string name) =>
        Fields.TryGetValue(name, out var label) ? Visible.Word(label.In(language)) : Field(name).And(Visible.Word(headings.Value));

    public VisibleText Column(string name) => Columns.TryGetValue(name, out var label) ? Words.Own(label.In(language)) : Field(name);

    public VisibleText Resource(string name) => Known(Resources, name, headings.UnknownResource);

    /// <summary>The name of something that a document says.</summary>
    public VisibleText Fact(string name) => Known(Facts, name, headings.UnknownFact);

    /// <summary>What a value of our own format is called, to be put beside it; null where it is called so itself, or is data.</summary>
    public string? Value(string field, string value) => Values.GetValueOrDefault((field, value))?.In(language) is { } word && word != value ? word : null;

    public static bool IsNumber(string field) => Numbers.Contains(field);

    /// <summary>A name that is not known here is data, and must not pass for one that is.</summary>
    private VisibleText Known(FrozenDictionary<string, Term> labels, string name, string what) =>
        labels.TryGetValue(name, out var label) ? Words.Own(label.In(language)) : Visible.Word(what).And(Visible.Of(name, language));
}
