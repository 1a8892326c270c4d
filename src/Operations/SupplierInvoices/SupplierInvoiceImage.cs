using System.Collections.Immutable;
using System.Net;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>A supplier invoice as the images of a changeset hold it.</summary>
internal static class SupplierInvoiceImage
{
    /// <summary>All that an invoice holds in these fields, but its references: an id is not part of an image. Text that Dolibarr keeps as HTML is given as it was written.</summary>
    public static Fields Of(SupplierInvoice invoice) => Fields.None
        .With(SupplierInvoiceFields.SupplierReference, invoice.SupplierReference)
        .With(SupplierInvoiceFields.Type, WordOf(invoice.Type))
        .With(SupplierInvoiceFields.Date, Days.TextOrEmpty(invoice.Date))
        .With(SupplierInvoiceFields.DueDate, Days.TextOrEmpty(invoice.DueDate))
        .With(SupplierInvoiceFields.PaymentTerms, invoice.PaymentTerms)
        .With(SupplierInvoiceFields.PaymentMeans, invoice.PaymentMeans)
        .With(SupplierInvoiceFields.Label, invoice.Label)
        .With(SupplierInvoiceFields.NotePublic, WebUtility.HtmlDecode(invoice.NotePublic))
        .With(SupplierInvoiceFields.NotePrivate, WebUtility.HtmlDecode(invoice.NotePrivate))
        .With(SupplierInvoiceFields.Currency, invoice.Currency)
        .With(SupplierInvoiceFields.Lines, invoice.Lines.Select(SupplierInvoiceLineImage.Of))
        .With(SupplierInvoiceFields.Status, WordOf(invoice))
        .With(SupplierInvoiceFields.Number, invoice.Ref)
        .With(SupplierInvoiceFields.TotalExclTax, Decimals.Money(invoice.TotalExclTax))
        .With(SupplierInvoiceFields.TotalVat, Decimals.Money(invoice.TotalVat))
        .With(SupplierInvoiceFields.TotalInclTax, Decimals.Money(invoice.TotalInclTax))
        .With(SupplierInvoiceFields.CurrencyRate, invoice.IsForeign ? Decimals.Text(invoice.CurrencyRate) : null)
        .With(SupplierInvoiceFields.BookedExclTax, invoice.IsForeign ? Decimals.Money(invoice.BookedExclTax) : null)
        .With(SupplierInvoiceFields.BookedVat, invoice.IsForeign ? Decimals.Money(invoice.BookedVat) : null)
        .With(SupplierInvoiceFields.BookedInclTax, invoice.IsForeign ? Decimals.Money(invoice.BookedInclTax) : null);

    public static string WordOf(SupplierInvoice invoice) => invoice.Status switch
    {
        // A payment is taken on a draft too and marks it as paid: nothing that may be changed or validated.
        SupplierInvoiceStatus.Draft when invoice.IsPaid => "other",
        _ when invoice.IsPaid => "paid",
        SupplierInvoiceStatus.Draft => "draft",
        SupplierInvoiceStatus.Validated => "validated",
        SupplierInvoiceStatus.Paid => "paid",
        SupplierInvoiceStatus.Abandoned => "abandoned",
        _ => "other",
    };

    /// <summary>One line by which a person knows it.</summary>
    public static string Describe(SupplierInvoice invoice) =>
        $"'{invoice.SupplierReference}' of {Days.TextOrEmpty(invoice.Date)}, {Decimals.Money(invoice.TotalInclTax)} incl. tax, {WordOf(invoice)} as {invoice.Ref}";

    private static string WordOf(SupplierInvoiceType type) => type switch
    {
        SupplierInvoiceType.Standard => SupplierInvoiceFields.Standard,
        SupplierInvoiceType.CreditNote => SupplierInvoiceFields.CreditNote,
        SupplierInvoiceType.Deposit => SupplierInvoiceFields.Deposit,
        _ => "other",
    };
}
