using DolibarrAgent.Changesets;

namespace DolibarrAgent.Resources;

/// <summary>
/// What a supplier calls a product and asks for it, from a quantity on (a row of Dolibarr's
/// <c>product_fournisseur_price</c>). It keeps no marker of ours: the product, the supplier, its reference and the quantity
/// tell it apart, in the database too.
/// </summary>
public static class SupplierPriceFields
{
    public const string Product = "product";
    public const string Supplier = "supplier";
    public const string SupplierReference = "supplierReference";
    public const string Quantity = "quantity";
    public const string UnitPrice = "unitPrice";
    public const string VatRate = "vatRate";
    public const string Discount = "discount";

    /// <summary>What people enter on its page and no changeset does. A change of the price sends it along, or it would be gone.</summary>
    public const string Description = "description";
    public const string DiscountAmount = "discountAmount";
    public const string Charges = "charges";
    public const string DeliveryDays = "deliveryDays";
    public const string Reputation = "reputation";
    public const string IsVatLost = "isVatLost";
    public const string Currency = "currency";
    public const string CurrencyRate = "currencyRate";

    /// <summary>An entry of a dictionary, by each server's own number.</summary>
    public const string Availability = "availability";

    public static Resource Resource { get; } = new()
    {
        Name = "supplierPrice",
        Title = new("supplier price", "prix fournisseur"),
        Fields = new FieldSet(
            new Field(Product, FieldType.Reference, new("Product", "Produit"))
            {
                Target = "product",
                Wire = "id",
                Column = "s.fk_product",
                IsNeeded = true,
                IsChangeable = false,
            },
            new Field(Supplier, FieldType.Reference, new("Supplier", "Fournisseur"))
            {
                Target = "thirdparty",
                Wire = "fourn_id",
                Column = "s.fk_soc",
                IsNeeded = true,
                IsChangeable = false,
            },
            new Field(SupplierReference, FieldType.Line, new("Supplier's reference", "Référence fournisseur"))
            {
                Wire = "fourn_ref",
                Column = "s.ref_fourn",
                MaxLength = 128,
                IsNeeded = true,
                IsChangeable = false,
            },
            new Field(Quantity, FieldType.Quantity, new("From quantity", "À partir de (quantité)"))
            {
                Wire = "fourn_qty",
                AtLeast = Quantities.Smallest,
                IsNeeded = true,
                IsChangeable = false,
            },
            new Field(UnitPrice, FieldType.Price, new("Unit price excl. tax", "Prix unitaire HT"))
            {
                Wire = "fourn_unitprice",
                AtLeast = 0,
                IsNeeded = true,
            },
            new Field(VatRate, FieldType.Rate, new("VAT %", "TVA %")) { Wire = "fourn_tva_tx", AtLeast = 0, IsNeeded = true },
            new Field(Discount, FieldType.Rate, new("Discount %", "Remise %")) { Wire = "fourn_remise_percent", AtLeast = 0 },
            Read(Description, FieldType.Prose, new("Description", "Description"), "desc_supplier"),
            Read(DiscountAmount, FieldType.Price, new("Discount", "Remise"), "fourn_remise"),
            Read(Charges, FieldType.Price, new("Charges", "Frais"), "fourn_charges"),
            Read(DeliveryDays, FieldType.Quantity, new("Days to delivery", "Délai de livraison (jours)"), "delivery_time_days"),
            Read(Reputation, FieldType.Line, new("Reputation", "Réputation"), "supplier_reputation"),
            Read(IsVatLost, FieldType.Flag, new("VAT not recovered", "TVA non récupérable"), "fourn_tva_npr"),
            Read(Currency, FieldType.Line, new("Currency", "Devise"), "fourn_multicurrency_code"),
            Read(CurrencyRate, FieldType.ExchangeRate, new("Exchange rate", "Taux de change"), "fourn_multicurrency_tx"),
            Read(Availability, FieldType.Line, new("Availability", "Disponibilité"), "fk_availability") with { Drawn = true }),
        Keys = [Product, Supplier, SupplierReference, Quantity],
        Unique = [Product, Supplier, SupplierReference, Quantity],
        KnownBy = [SupplierReference, Product, Supplier, Quantity, UnitPrice],
        Verbs = ["create", "update", "delete"],
        // The list of them: the page of one is told its product too.
        Page = "fourn/product/list.php",
        Api = new ObjectApi("products", [Right.ReadProducts], [Right.WriteProducts], [Right.DeleteProducts])
        {
            Grouped = new("products/purchase_prices", "product_fourn_price_id", "s.rowid", "fk_availability", "fourn_price"),
        },
    };

    private static Field Read(string name, FieldType type, Term label, string wire) =>
        new(name, type, label) { Wire = wire, Settable = false };
}
