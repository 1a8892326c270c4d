using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What suppliers call products, and ask for them.</summary>
internal sealed class PurchasePrices(Database database)
{
    private const string Where = "SELECT t.rowid, t.ref, t.ref_ext FROM llx_product AS t LEFT JOIN llx_product_extrafields AS ef ON (ef.fk_object = t.rowid), llx_product_fournisseur_price as s WHERE t.entity IN (1)";

    /// <summary>A product beside each of its prices, as the statement joins them.</summary>
    private static readonly Table<Joined> Both = new(
    [
        .. ProductTable.Table.All.Select(column => new Column<Joined>(column.Name, column.Type, row => column.Value(row.Product))),
        new("s.ref_fourn", SqlType.Text, row => row.Price.SupplierReference),
        new("s.fk_soc", SqlType.Integer, row => Text(row.Price.SupplierId)),
    ]);

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "products/purchase_prices", List) { Numbers = [.. ListQuery.Numbers, "mode", "supplier"] },
        new("GET", "products/{id}/purchase_prices", OfProduct),
        new("POST", "products/{id}/purchase_prices", Add) { Required = ["qty", "buyprice", "price_base_type", "fourn_id", "availability", "ref_fourn", "tva_tx"] },
    ];

    /// <summary>An object with the prices of each product that was chosen, all of them; a list where none was.</summary>
    private Reply List(ApiCall call)
    {
        if (!call.User.May(Rights.ReadProducts))
        {
            return new Reply.Refused(403, "", "api_products.class.php:1022");
        }

        var supplier = call.Number("supplier", 0);
        var rows = database.PurchasePrices.Values.Where(price => supplier <= 0 || price.SupplierId == supplier)
            .Where(price => ProductTable.Of(database).ContainsKey(price.ProductId)).Select(price => new Joined(ProductTable.Of(database)[price.ProductId], price));
        var statement = new ListStatement(Where, "Error when retrieve product list", "api_products.class.php:1072", "api_products.class.php:1104");
        var (page, _, refusal) = ListQuery.Run(call, Both, rows, statement);
        return refusal is not null ? refusal
            : page.IsEmpty ? new Reply.Json(new JsonArray())
            : new Reply.Json(new JsonObject(page.Select(row => row.Product.Id).Distinct().Select(id => KeyValuePair.Create(Text(id), (JsonNode?)Of(id, isNamed: false)))));
    }

    private Reply OfProduct(ApiCall call) =>
        !call.User.May(Rights.ReadProducts) ? new Reply.Refused(403, "", "api_products.class.php:1138")
        : ProductTable.Of(database).ContainsKey(call.Id()) ? new Reply.Json(Of(call.Id(), isNamed: true))
        : new Reply.Refused(404, "Product not found", "api_products.class.php:1145");

    private Reply Add(ApiCall call)
    {
        if (!call.User.May(Rights.WriteProducts))
        {
            return new Reply.Refused(403, "", "api_products.class.php:918");
        }

        if (!ProductTable.Of(database).ContainsKey(call.Id()))
        {
            return new Reply.Refused(404, "Product not found", "api_products.class.php:923");
        }

        var asked = Asked(call);
        if (database.PurchasePrices.Values.Any(price => price.SupplierId == asked.SupplierId && price.SupplierReference == asked.SupplierReference && price.ProductId != asked.ProductId))
        {
            return new Reply.Refused(500, "Error adding supplier to product : ", "api_products.class.php:937");
        }

        var known = database.PurchasePrices.Values.FirstOrDefault(price =>
            (price.SupplierId, price.SupplierReference, price.Quantity, price.ProductId) == (asked.SupplierId, asked.SupplierReference, asked.Quantity, asked.ProductId));
        var stored = asked with { Id = known?.Id ?? database.NextId("product_fournisseur_price") };
        var isThere = database.ThirdParties.ContainsKey(asked.SupplierId);
        database.PurchasePrices = database.PurchasePrices.SetItem(stored.Id, isThere ? stored : stored with { Price = null });
        return isThere ? new Reply.Json(stored.Id) : new Reply.Refused(404, "Supplier not found", "api_products.class.php:943");
    }

    private static PurchasePrice Asked(ApiCall call) => new(0, call.Id(), PhpNumber.Integer(call.Sent("fourn_id")))
    {
        SupplierReference = PhpText.Trim(CleanText.Plain(call.Sent("ref_fourn") ?? "")),
        Quantity = PhpNumber.Price(call.Sent("qty")),
        Price = PhpNumber.Price(call.Sent("buyprice")),
        VatRate = PhpNumber.Price(call.Sent("tva_tx")),
    };

    /// <summary>Those of suppliers that are open, by the supplier's name, then by quantity.</summary>
    /// <param name="isNamed">Whether the product's ref stands beside each, which the list of all leaves out.</param>
    private JsonArray Of(long product, bool isNamed) =>
    [
        .. database.PurchasePrices.Values.Where(price => price.ProductId == product)
            .Select(price => (Price: price, Supplier: database.ThirdParties.GetValueOrDefault(price.SupplierId)))
            .Where(row => row.Supplier?["status"] == "1")
            .OrderBy(row => row.Supplier!["nom"], StringComparer.Ordinal).ThenBy(row => row.Price.Quantity)
            .Select(row => View(row.Price, row.Supplier!["nom"], isNamed ? ProductTable.Of(database)[product]["ref"] : null)),
    ];

    private static JsonObject View(PurchasePrice price, string? supplier, string? product) => new()
    {
        ["id"] = Text(price.ProductId),
        ["ref"] = null,
        ["label"] = null,
        ["product_ref"] = product,
        ["product_fourn_price_id"] = Text(price.Id),
        ["fourn_id"] = Text(price.SupplierId),
        ["fourn_name"] = supplier,
        ["fourn_ref"] = price.SupplierReference,
        ["fourn_qty"] = price.Quantity.ToString("0.##########", CultureInfo.InvariantCulture),
        ["fourn_price"] = PgText.Amount(price.Price ?? 0),
        ["fourn_unitprice"] = PgText.Amount(price.Quantity == 0 ? 0 : PhpNumber.Unit((price.Price ?? 0) / price.Quantity)),
        ["fourn_tva_tx"] = PgText.Rate(price.VatRate),
        ["fourn_remise_percent"] = "0",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Joined(ObjectRow Product, PurchasePrice Price);
}
