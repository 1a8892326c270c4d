using System.Net;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>A line as the images of a changeset hold it.</summary>
internal static class SupplierInvoiceLineImage
{
    /// <summary>All that a line holds in these fields; the product by its ref, for an id is not part of an image.</summary>
    public static Fields Of(SupplierInvoiceLine line) => Fields.None
        .With(SupplierInvoiceLineFields.Description, WebUtility.HtmlDecode(line.Description))
        .With(SupplierInvoiceLineFields.Quantity, Decimals.Text(line.Quantity))
        .With(SupplierInvoiceLineFields.UnitPrice, Decimals.Money(line.UnitPrice))
        .With(SupplierInvoiceLineFields.DiscountPercent, Decimals.Text(line.DiscountPercent))
        .With(SupplierInvoiceLineFields.VatRate, Decimals.Text(line.VatRate))
        .With(SupplierInvoiceLineFields.Kind, WordOf(line.Kind))
        .With(SupplierInvoiceLineFields.PeriodFrom, Days.TextOrEmpty(line.PeriodFrom))
        .With(SupplierInvoiceLineFields.PeriodTo, Days.TextOrEmpty(line.PeriodTo))
        .With(SupplierInvoiceLineFields.Product, line.ProductRef)
        .With(SupplierInvoiceLineFields.SupplierProductReference, line.SupplierProductReference)
        .With(SupplierInvoiceFields.TotalExclTax, Decimals.Money(line.TotalExclTax))
        .With(SupplierInvoiceFields.TotalVat, Decimals.Money(line.TotalVat))
        .With(SupplierInvoiceFields.TotalInclTax, Decimals.Money(line.TotalInclTax));

    public static string WordOf(LineKind kind) => kind == LineKind.Goods ? SupplierInvoiceLineFields.Goods : SupplierInvoiceLineFields.Service;
}
