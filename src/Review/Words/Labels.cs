using System.Collections.Frozen;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>What a person calls the things that a changeset names, in one language: resources and fields as their descriptions say, and what documents say.</summary>
internal sealed class Labels(Language language, Headings headings)
{
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

    /// <summary>The name of a field of a resource.</summary>
    public VisibleText Field(string resource, string name) => Known(Catalogue.FieldOf(resource, name)?.Label, name, headings.UnknownField);

    /// <summary>A field's name before its value on one line. Of a name that is not known only what stands around it is ours.</summary>
    public VisibleText Key(string resource, string name) =>
        Catalogue.FieldOf(resource, name) is { Label: var label } ? Visible.Word(label.In(language)) : Field(resource, name).And(Visible.Word(headings.Value));

    /// <summary>The same where a column is narrow.</summary>
    public VisibleText Column(string resource, string name) => Known(Catalogue.ColumnOf(resource, name)?.Narrow, name, headings.UnknownField);

    public VisibleText Resource(string name) => Known(Catalogue.Named(name)?.Title, name, headings.UnknownResource);

    /// <summary>The name of something that a document says.</summary>
    public VisibleText Fact(string name) => Known(Facts.GetValueOrDefault(name), name, headings.UnknownFact);

    /// <summary>What a value of our own format is called, to be put beside it; null where it is called so itself, or is data.</summary>
    public string? Value(string resource, string field, string value) =>
        Catalogue.FieldOf(resource, field)?.Choices.FirstOrDefault(choice => choice.Word == value)?.Label.In(language) is { } word && word != value ? word : null;

    public static bool IsNumber(string resource, string field) => Catalogue.ColumnOf(resource, field) is { IsNumber: true };

    /// <summary>A name that is not known here is data, and must not pass for one that is.</summary>
    private VisibleText Known(Term? label, string name, string what) =>
        label is null ? Visible.Word(what).And(Visible.Of(name, language)) : Words.Own(label.In(language));
}
