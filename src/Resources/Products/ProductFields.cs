namespace DolibarrAgent.Resources;

/// <summary>What is bought and sold, goods and services (Dolibarr's <c>product</c>), each with a reference of its own.</summary>
public static class ProductFields
{
    private const string Ref = "ref";
    private const string Label = "label";
    private const string Price = "price";
    private const string PriceBasis = "priceBasis";
    private const string Net = "net";

    public static Resource Resource { get; } = new()
    {
        Name = "product",
        Title = new("product", "produit"),
        Fields = new FieldSet(
            new Field(Ref, FieldType.Code, new("Reference", "Référence"))
            {
                Wire = "ref",
                Column = "t.ref",
                MaxLength = 128,
                IsNeeded = true,
                IsChangeable = false,
            },
            new Field(Label, FieldType.Line, new("Label", "Libellé")) { Wire = "label", MaxLength = 255, IsNeeded = true },
            new Field("kind", FieldType.Choice, new("Kind", "Nature"))
            {
                Wire = "type",
                Choices =
                [
                    new("goods", new("Goods", "Marchandise")) { Wire = "0" },
                    new("service", new("Service", "Service")) { Wire = "1" },
                ],
                IsNeeded = true,
                IsChangeable = false,
            },
            new Field("description", FieldType.Prose, new("Description", "Description")) { Wire = "description" },
            new Field(Price, FieldType.Price, new("Selling price excl. tax", "Prix de vente HT"))
            {
                Wire = "price",
                AtLeast = 0,
                NewDecimals = 2,
                Meant = new(PriceBasis, Net),
            },
            // Where it is "gross", the price with tax is the one that was entered, and this one follows from it.
            new Field(PriceBasis, FieldType.Choice, new("Priced", "Prix saisi"))
            {
                Wire = "price_base_type",
                Choices =
                [
                    new(Net, new("Excl. tax", "HT")) { Wire = "HT" },
                    new("gross", new("Incl. tax", "TTC")) { Wire = "TTC" },
                    new("unpriced", new("Not priced", "Sans prix")),
                ],
                Settable = false,
            },
            new Field("vatRate", FieldType.Rate, new("VAT %", "TVA %")) { Wire = "tva_tx" },
            new Field("isSold", FieldType.Flag, new("For sale", "En vente")) { Wire = "status" },
            new Field("isBought", FieldType.Flag, new("For purchase", "En achat")) { Wire = "status_buy" },
            new Field("purchaseAccount", FieldType.Code, new("Purchase account", "Compte d'achat"))
            {
                Wire = "accountancy_code_buy",
                MaxLength = 32,
            },
            new Field("notePublic", FieldType.Prose, new("Public note", "Note publique")) { Wire = "note_public" },
            new Field("notePrivate", FieldType.Prose, new("Private note", "Note privée")) { Wire = "note_private" }),
        Keys = [Ref],
        Unique = [Ref],
        KnownBy = [Label, Ref],
        Verbs = ["create", "update"],
        Page = "product/card.php?id={0}",
        Api = new ObjectApi("products", [Right.ReadProducts], [Right.WriteProducts], [Right.DeleteProducts]),
        Stays = "Dolibarr deletes no product through its API unless its Variants module was switched on once.",
    };
}
