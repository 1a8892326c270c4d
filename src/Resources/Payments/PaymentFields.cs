namespace DolibarrAgent.Resources;

/// <summary>
/// Payments of supplier invoices (Dolibarr's <c>paiementfourn</c>), each of one invoice, with the line that it makes on one
/// of the company's own bank accounts. Kept apart: a changeset with a payment holds nothing but payments.
/// </summary>
public static class PaymentFields
{
    public const string Invoice = "invoice";
    public const string Date = "date";
    public const string Amount = "amount";
    public const string Means = SupplierInvoiceFields.PaymentMeans;
    public const string Account = "account";
    public const string Transaction = "transaction";
    public const string Number = "number";
    public const string Booked = "booked";

    public static Resource Resource { get; } = new()
    {
        Name = "payment",
        Title = new("payment", "règlement"),
        Fields = new FieldSet(
            new Field(Invoice, FieldType.Reference, new("Invoice", "Facture")) { Target = "supplierInvoice", IsNeeded = true },
            new Field(Date, FieldType.Date, new("Date of payment", "Date de règlement")) { IsNeeded = true },
            new Field(Amount, FieldType.Amount, new("Amount", "Montant")) { IsNeeded = true },
            new Field(Means, FieldType.Line, new("Payment means", "Mode de règlement")) { MaxLength = 6, IsNeeded = true },
            new Field(Account, FieldType.Line, new("Paid from", "Payé depuis")) { MaxLength = 12, IsNeeded = true },
            new Field(Transaction, FieldType.Line, new("Transaction number", "N° de transaction")) { MaxLength = 50 },
            new Field(Number, FieldType.Line, new("Number", "Numéro")) { Settable = false, Drawn = true },
            new Field(Booked, FieldType.Amount, new("On the bank account", "Sur le compte")) { Settable = false }),
        Keys = [Invoice, Date, Amount],
        Unique = [Invoice, Date, Amount],
        KnownBy = [Amount, Invoice, Date, Account],
        Verbs = ["create"],
        Page = "fourn/paiement/card.php?id={0}",
        KeptApart = Apart.FromOthers,
        TakenBackByHand = "Dolibarr takes no payment back through its API.",
    };
}
