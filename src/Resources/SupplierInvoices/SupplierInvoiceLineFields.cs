namespace DolibarrAgent.Resources;

/// <summary>The fields of a line of a supplier invoice.</summary>
public static class SupplierInvoiceLineFields
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

    public static FieldSet All { get; } = new(
        new Field(Description, FieldType.Prose, new("Description", "Désignation")),
        new Field(Quantity, FieldType.Quantity, new("Quantity", "Quantité")) { Narrow = new("Qty", "Qté") },
        new Field(UnitPrice, FieldType.Price, new("Unit price", "Prix unitaire HT")) { Narrow = new("Price", "PU HT") },
        new Field(DiscountPercent, FieldType.Rate, new("Discount %", "Remise %")) { Narrow = new("Disc. %", "Rem. %") },
        new Field(VatRate, FieldType.Rate, new("VAT %", "TVA %")),
        new Field(Kind, FieldType.Choice, new("Kind", "Nature")) { Choices = [new(Goods, new("goods", "bien")), new(Service, new("service", "service"))] },
        new Field(PeriodFrom, FieldType.Date, new("From", "Du")) { MayBeEmpty = true },
        new Field(PeriodTo, FieldType.Date, new("To", "Au")) { MayBeEmpty = true },
        new Field(Product, FieldType.Line, new("Product", "Produit")) { MaxLength = 128 },
        new Field(SupplierProductReference, FieldType.Line, new("Supplier's article no.", "Réf. article fournisseur")) { MaxLength = 128 },
        new Field(SupplierInvoiceFields.TotalExclTax, FieldType.Amount, new("Total excl. tax", "Total HT")) { Narrow = new("Net", "HT"), Settable = false },
        new Field(SupplierInvoiceFields.TotalVat, FieldType.Amount, new("Total VAT", "Total TVA")) { Narrow = new("VAT", "TVA"), Settable = false },
        new Field(SupplierInvoiceFields.TotalInclTax, FieldType.Amount, new("Total incl. tax", "Total TTC")) { Narrow = new("Gross", "TTC"), Settable = false });
}
