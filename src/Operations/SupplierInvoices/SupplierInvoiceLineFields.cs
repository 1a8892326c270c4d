using System.Net;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>The fields of a line that a changeset knows, and a line's image in them.</summary>
internal static class SupplierInvoiceLineFields
{
    public const string Description = "description";
    public const string Quantity = "quantity";
    public const string UnitPrice = "unitPrice";
    public const string DiscountPercent = "discountPercent";
    public const string VatRate = "vatRate";
    public const string Kind = "kind";
    public const string PeriodFrom = "periodFrom";
    public const string PeriodTo = "periodTo";
    public const string Product = "product";
    public const string SupplierProductReference = "supplierProductReference";

    public const string Goods = "goods";
    public const string Service = "service";

    public static FieldRuleSet All { get; } = new(
        new FieldRule(Description, FieldType.Prose),
        new FieldRule(Quantity, FieldType.Quantity),
        new FieldRule(UnitPrice, FieldType.Price),
        new FieldRule(DiscountPercent, FieldType.Rate),
        new FieldRule(VatRate, FieldType.Rate),
        new FieldRule(Kind, FieldType.Choice) { Choices = [Goods, Service] },
        new FieldRule(PeriodFrom, FieldType.Date) { MayBeEmpty = true },
        new FieldRule(PeriodTo, FieldType.Date) { MayBeEmpty = true },
        new FieldRule(Product, FieldType.Line) { MaxLength = 128 },
        new FieldRule(SupplierProductReference, FieldType.Line) { MaxLength = 128 },
        new FieldRule(SupplierInvoiceFields.TotalExclTax, FieldType.Amount) { Settable = false },
        new FieldRule(SupplierInvoiceFields.TotalVat, FieldType.Amount) { Settable = false },
        new FieldRule(SupplierInvoiceFields.TotalInclTax, FieldType.Amount) { Settable = false });

    /// <summary>All that a line holds in these fields; the product by its ref, for an id is not part of an image.</summary>
    public static Fields Image(SupplierInvoiceLine line) => Fields.None
        .With(Description, WebUtility.HtmlDecode(line.Description))
        .With(Quantity, Normal.Text(line.Quantity))
        .With(UnitPrice, Normal.Money(line.UnitPrice))
        .With(DiscountPercent, Normal.Text(line.DiscountPercent))
        .With(VatRate, Normal.Text(line.VatRate))
        .With(Kind, WordOf(line.Kind))
        .With(PeriodFrom, Normal.Day(line.PeriodFrom))
        .With(PeriodTo, Normal.Day(line.PeriodTo))
        .With(Product, line.ProductRef)
        .With(SupplierProductReference, line.SupplierProductReference)
        .With(SupplierInvoiceFields.TotalExclTax, Normal.Money(line.TotalExclTax))
        .With(SupplierInvoiceFields.TotalVat, Normal.Money(line.TotalVat))
        .With(SupplierInvoiceFields.TotalInclTax, Normal.Money(line.TotalInclTax));

    public static string WordOf(LineKind kind) => kind == LineKind.Goods ? Goods : Service;
}
