using System.Collections.Immutable;

namespace DolibarrAgent.Resources;

/// <summary>Invoices, credit notes and deposits of suppliers (Dolibarr's <c>facture_fourn</c>).</summary>
public static class SupplierInvoiceFields
{
    public const string Supplier = "supplier";
    public const string SupplierReference = "supplierReference";
    public const string Type = "type";
    public const string CreditedInvoice = "creditedInvoice";
    public const string Date = "date";
    public const string DueDate = "dueDate";
    public const string PaymentTerms = "paymentTerms";
    public const string PaymentMeans = "paymentMeans";
    public const string Label = "label";
    public const string NotePublic = "notePublic";
    public const string NotePrivate = "notePrivate";
    public const string Currency = "currency";
    public const string CurrencyRate = "currencyRate";
    public const string BookedExclTax = "bookedExclTax";
    public const string BookedVat = "bookedVat";
    public const string BookedInclTax = "bookedInclTax";
    public const string Lines = "lines";
    public const string Status = "status";
    public const string Number = "number";
    public const string TotalExclTax = "totalExclTax";
    public const string TotalVat = "totalVat";
    public const string TotalInclTax = "totalInclTax";

    public const string Standard = "standard";
    public const string CreditNote = "creditNote";
    public const string Deposit = "deposit";

    public static FieldSet All { get; } = new(
        new Field(Supplier, FieldType.Reference, new("Supplier", "Fournisseur")) { Target = "thirdparty", Wire = "socid" },
        new Field(SupplierReference, FieldType.Line, new("Supplier's reference", "Réf. fournisseur")) { MaxLength = 180, Wire = "ref_supplier" },
        new Field(Type, FieldType.Choice, new("Type", "Type"))
        {
            Wire = "type",
            Choices =
            [
                new(Standard, new("standard", "facture standard")) { Wire = "0" }, new(CreditNote, new("credit note", "avoir")) { Wire = "2" },
                new(Deposit, new("deposit", "facture d'acompte")) { Wire = "3" }, new("other", new("other", "autre")) { MayBeAsked = false },
            ],
        },
        new Field(CreditedInvoice, FieldType.Reference, new("Credited invoice", "Facture corrigée par l'avoir")) { Target = "supplierInvoice", Wire = "fk_facture_source" },
        new Field(Date, FieldType.Date, new("Invoice date", "Date de facture")) { Wire = "date" },
        new Field(DueDate, FieldType.Date, new("Due date", "Échéance")) { Wire = "date_echeance" },
        new Field(PaymentTerms, FieldType.Line, new("Payment terms", "Conditions de règlement")) { MaxLength = 16, Wire = "cond_reglement_code", WireId = "cond_reglement_id" },
        new Field(PaymentMeans, FieldType.Line, new("Payment means", "Mode de règlement")) { MaxLength = 6, Wire = "mode_reglement_code", WireId = "mode_reglement_id" },
        new Field(Label, FieldType.Line, new("Label", "Libellé")) { MaxLength = 255, Wire = "label" },
        new Field(NotePublic, FieldType.Prose, new("Public note", "Note publique")) { Wire = "note_public" },
        new Field(NotePrivate, FieldType.Prose, new("Private note", "Note privée")) { Wire = "note_private" },
        // Sent only with a rate: Dolibarr books a currency that it does not have as its own. Always compared with what is read back.
        new Field(Currency, FieldType.Line, new("Currency", "Devise")) { MaxLength = 3, Wire = "multicurrency_code" },
        new Field(CurrencyRate, FieldType.ExchangeRate, new("Rate of exchange", "Taux de change")) { MayBeAbsent = true, Wire = "multicurrency_tx" },
        new Field(Lines, FieldType.Rows, new("Lines", "Lignes")) { Wire = "lines", Row = SupplierInvoiceLineFields.All },
        new Field(Status, FieldType.Choice, new("Status", "État"))
        {
            Settable = false,
            Choices =
            [
                new("draft", new("draft", "brouillon")), new("validated", new("validated", "validée")), new("paid", new("paid", "payée")),
                new("abandoned", new("abandoned", "abandonnée")), new("other", new("other", "autre")),
            ],
        },
        new Field(Number, FieldType.Line, new("Number", "Numéro")) { Settable = false, Drawn = true },
        new Field(TotalExclTax, FieldType.Amount, new("Total excl. tax", "Total HT")) { Settable = false },
        new Field(TotalVat, FieldType.Amount, new("Total VAT", "Total TVA")) { Settable = false },
        new Field(TotalInclTax, FieldType.Amount, new("Total incl. tax", "Total TTC")) { Settable = false },
        new Field(BookedExclTax, FieldType.Amount, new("Booked excl. tax", "Comptabilisé HT")) { Settable = false, MayBeAbsent = true },
        new Field(BookedVat, FieldType.Amount, new("Booked VAT", "TVA comptabilisée")) { Settable = false, MayBeAbsent = true },
        new Field(BookedInclTax, FieldType.Amount, new("Booked incl. tax", "Comptabilisé TTC")) { Settable = false, MayBeAbsent = true });

    /// <summary>In the invoice's currency.</summary>
    public static ImmutableArray<string> Totals { get; } = [TotalExclTax, TotalVat, TotalInclTax];

    /// <summary>In the invoice's currency, and also in that of the books if it differs.</summary>
    public static ImmutableArray<string> AllTotals { get; } = [.. Totals, BookedExclTax, BookedVat, BookedInclTax];

    /// <summary>What may be changed on a draft.</summary>
    public static ImmutableArray<string> Changeable { get; } = [SupplierReference, Date, DueDate, PaymentTerms, PaymentMeans, Label, NotePublic, NotePrivate, Lines];

    public static Resource Resource { get; } = new()
    {
        Name = "supplierInvoice",
        Title = new("supplier invoice", "facture fournisseur"),
        Fields = All,
        Keys = [SupplierReference, Supplier],
        Unique = [SupplierReference, Supplier],
        KnownBy = [SupplierReference, Supplier, Date, TotalInclTax, TotalExclTax, TotalVat, Currency],
        Verbs = ["create", "update", "attach", "validate", "delete", "detach"],
        Page = "fourn/facture/card.php?facid={0}",
        IsForEveryJob = true,
    };
}
