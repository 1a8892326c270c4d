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

    public const string ForeignUnitPrice = "foreignUnitPrice";
    public const string VatRateWithCode = "vatRateWithCode";
    public const string Unit = "unit";
    public const string InfoBits = "infoBits";

    public const string Goods = "goods";
    public const string Service = "service";

    public static FieldSet All { get; } = new(
        new Field(Description, FieldType.Prose, new("Description", "Désignation")) { Wire = "description", WireInNew = "desc" },
        new Field(Quantity, FieldType.Quantity, new("Quantity", "Quantité")) { Narrow = new("Qty", "Qté"), Wire = "qty" },
        new Field(UnitPrice, FieldType.Price, new("Unit price", "Prix unitaire HT")) { Narrow = new("Price", "PU HT"), Wire = "subprice", WireAlone = "pu_ht" },
        new Field(DiscountPercent, FieldType.Rate, new("Discount %", "Remise %")) { Narrow = new("Disc. %", "Rem. %"), Wire = "remise_percent" },
        new Field(VatRate, FieldType.Rate, new("VAT %", "TVA %")) { Wire = "tva_tx" },
        new Field(Kind, FieldType.Choice, new("Kind", "Nature"))
        {
            Choices = [new(Goods, new("goods", "bien")) { Wire = "0" }, new(Service, new("service", "service")) { Wire = "1" }],
            Wire = "product_type",
        },
        new Field(PeriodFrom, FieldType.Date, new("From", "Du")) { MayBeEmpty = true, Wire = "date_start", IsSentAsMoment = true },
        new Field(PeriodTo, FieldType.Date, new("To", "Au")) { MayBeEmpty = true, Wire = "date_end", IsSentAsMoment = true },
        new Field(Product, FieldType.Line, new("Product", "Produit")) { MaxLength = 128, Wire = "product_ref", WireId = "fk_product" },
        new Field(SupplierProductReference, FieldType.Line, new("Supplier's article no.", "Réf. article fournisseur")) { MaxLength = 128, Wire = "ref_supplier" },
        new Field(SupplierInvoiceFields.TotalExclTax, FieldType.Amount, new("Total excl. tax", "Total HT")) { Narrow = new("Net", "HT"), Settable = false },
        new Field(SupplierInvoiceFields.TotalVat, FieldType.Amount, new("Total VAT", "Total TVA")) { Narrow = new("VAT", "TVA"), Settable = false },
        new Field(SupplierInvoiceFields.TotalInclTax, FieldType.Amount, new("Total incl. tax", "Total TTC")) { Narrow = new("Gross", "TTC"), Settable = false });

    /// <summary>What a line is sent with: what may be asked for, and what goes with it unasked.</summary>
    public static FieldSet Sent { get; } = new(
    [
        .. All.All.Where(field => field.Settable),
        // Beside the booked price: from one alone the server works out the other, and can be a cent off.
        new Field(ForeignUnitPrice, FieldType.Price, new("Unit price in the invoice's currency", "Prix unitaire HT en devise")) { Wire = "multicurrency_subprice" },
        // A bare rate would wipe the server's own code of it.
        new Field(VatRateWithCode, FieldType.Line, new("VAT % with its code", "TVA % avec son code")) { Wire = "tva_tx" },
        new Field(Unit, FieldType.Line, new("Unit", "Unité")) { WireId = "fk_unit" },
        new Field(InfoBits, FieldType.Line, new("Kind of VAT", "Nature de la TVA")) { WireId = "info_bits" },
    ]);
}
