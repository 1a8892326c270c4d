using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>The words of the first look at an invoice, in every language.</summary>
internal static class CardWords
{
    public static Term Invoice { get; } = new("Supplier invoice", "Facture fournisseur");

    public static Term CreditNote { get; } = new("Credit note", "Avoir");

    public static Term Deposit { get; } = new("Deposit invoice", "Facture d'acompte");

    public static Term Supplier { get; } = new("Supplier", "Fournisseur");

    public static Term New { get; } = new("new", "nouveau");

    public static Term OnFile { get; } = new("on file", "déjà connu");

    public static Term Date { get; } = new("Date", "Date");

    public static Term Due { get; } = new("Due", "Échéance");

    public static Term Net { get; } = new("Total excl. VAT", "Total HT");

    public static Term Gross { get; } = new("Total incl. VAT", "Total TTC");

    public static Term PayTo { get; } = new("To pay to", "À payer sur");

    public static Term NoAccount { get; } = new("The documents name no account.", "Les documents ne citent aucun compte.");

    public static Term AddressedTo { get; } = new("Addressed to", "Adressée à");

    public static Term Attached { get; } = new("Attached", "Pièces jointes");

    public static Term NothingAttached { get; } = new("nothing", "aucune");

    public static Term State { get; } = new("Becomes", "Deviendra");

    public static Term Draft { get; } = new("a draft", "un brouillon");

    public static Term Final { get; } = new("final, with a number in the books", "définitive, avec un numéro de pièce");

    public static Term ReadyToPay { get; } = new("Approved for payment", "Bon à payer");

    public static Term NameAndDate { get; } = new("Name, date, signature", "Nom, date, signature");

    /// <summary>Above what only those who want to prove something need.</summary>
    public static Term Record { get; } = new("About this record", "À propos de cet enregistrement");

    // How loud a warning is.
    public static Term Stop { get; } = new("Stop and look", "À éclaircir d'abord");

    public static Term Check { get; } = new("Check", "À vérifier");

    public static Term Note { get; } = new("Good to know", "Pour information");

    /// <summary>Before a rate: <c>VAT 20 %</c>.</summary>
    public static VisibleText VatAt(VisibleText rate, Language language) => language == Language.French
        ? Sentence.Of($"TVA {rate}")
        : Sentence.Of($"VAT {rate}");

    /// <summary>The VAT of a rate and what it is of.</summary>
    public static VisibleText OfBase(VisibleText amount, VisibleText net, Language language) => language == Language.French
        ? Sentence.Of($"{amount} sur {net}")
        : Sentence.Of($"{amount} on {net}");

    /// <summary>How many compared values agree.</summary>
    public static VisibleText Agree(int fields, Language language) => (language, fields) switch
    {
        (Language.French, 1) => Words.Own("1 valeur concorde"),
        (Language.French, _) => Words.Own(System.FormattableString.Invariant($"{fields} valeurs concordent")),
        (_, 1) => Words.Own("1 value agrees"),
        _ => Words.Own(System.FormattableString.Invariant($"{fields} values agree")),
    };
}
