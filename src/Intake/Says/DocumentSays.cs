using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What a document says by itself, as fields that a review can lay beside what was entered without reading the file again.</summary>
public static class DocumentSays
{
    /// <summary>Only what it says: a fact that is absent has no field. Amounts keep the document's digits and sign.</summary>
    public static Fields Of(InvoiceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Fields.None
            .With("number", facts.Number)
            .With("typeCode", facts.TypeCode)
            .With("issueDate", Days.Text(facts.IssueDate))
            .With("dueDate", Days.Text(DueDate.Of(facts)?.Day))
            .With("currency", facts.Currency)
            .With("sellerName", facts.Seller.Name)
            .With("sellerVatId", facts.Seller.VatId)
            .With("sellerSiren", facts.Seller.Siren)
            .With("sellerSiret", facts.Seller.Siret)
            .With("buyerName", facts.Buyer?.Name)
            .With("buyerSiren", facts.Buyer?.Siren)
            .With("buyerVatId", facts.Buyer?.VatId)
            .With("paymentTerms", facts.PaymentTerms.IsEmpty ? null : string.Join("\n", facts.PaymentTerms))
            .With("order", facts.Related.Order)
            .With("net", Amount(facts.Totals.Net))
            .With("vat", Amount(facts.Totals.Vat))
            .With("gross", Amount(facts.Totals.Gross))
            .With("rounding", Amount(facts.Totals.Rounding))
            .With("prepaid", Amount(facts.Totals.Prepaid))
            .With("due", Amount(facts.Totals.Due))
            .With("ibans", facts.Ibans.IsEmpty ? null : string.Join(", ", facts.Ibans));
    }

    private static string? Amount(decimal? amount) => Decimals.AsWritten(amount);
}
