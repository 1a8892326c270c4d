using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What suppliers call products, and ask for them.</summary>
internal sealed class PurchasePrices(Database database)
{
    private const string Where = "SELECT t.rowid, t.ref, t.ref_ext FROM llx_product AS t"
        + " LEFT JOIN llx_product_extrafields AS ef ON (ef.fk_object = t.rowid), llx_product_fournisseur_price as s WHERE t.entity IN (1)";

    private const string OfOne = "products/{id}/purchase_prices";
    private const string File = "api_products.class.php";
    private const int LongestReference = 128;

    /// <summary>A product beside each of its prices, as the statement joins them.</summary>
    private static readonly Table<Joined> Both = new(
    [
        .. ProductTable.Table.All.Select(column => new Column<Joined>(column.Name, column.Type, row => column.Value(row.Product))),
        new("s.rowid", SqlType.Integer, row => Text(row.Price.Id)),
        new("s.fk_product", SqlType.Integer, row => Text(row.Price.ProductId)),
        new("s.fk_soc", SqlType.Integer, row => Text(row.Price.SupplierId)),
        new("s.ref_fourn", SqlType.Text, row => row.Price.SupplierReference),
        new("s.default_vat_code", SqlType.Text, row => row.Price.Terms?.VatCode),
        new("s.barcode", SqlType.Text, row => row.Price.Terms?.Barcode),
    ]);

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "products/purchase_prices", List) { Numbers = [.. ListQuery.Numbers, "mode", "supplier"] },
        new("GET", OfOne, OfProduct),
        new("POST", OfOne, Add)
        {
            Required = ["qty", "buyprice", "price_base_type", "fourn_id", "availability", "ref_fourn", "tva_tx"],
        },
        new("DELETE", OfOne + "/{price_id}", Remove),
    ];

    /// <summary>Whether a call enters a price: the server inserts a row and fills it then, in two transactions.</summary>
    public static bool IsCreation(IncomingCall call) =>
        HttpMethods.IsPost(call.Method) && call.PathAndQuery.EndsWith("/purchase_prices", StringComparison.Ordinal);

    /// <summary>An object with the prices of each product that was chosen, all of them; a list where none was.</summary>
    private Reply List(ApiCall call)
    {
        if (!call.User.May(Rights.ReadProducts))
        {
            return Refused(403, "", 1022);
        }

        var supplier = call.Number("supplier", 0);
        var rows = database.PurchasePrices.Values.Where(price => supplier <= 0 || price.SupplierId == supplier)
            .Where(price => Products.ContainsKey(price.ProductId))
            .Select(price => new Joined(Products[price.ProductId], price))
            // By the product's ref, where nothing else is asked for.
            .OrderBy(row => row.Product["ref"], StringComparer.Ordinal);
        var statement = new ListStatement(Where, "Error when retrieve product list", $"{File}:1072", $"{File}:1104");
        var (page, _, refusal) = ListQuery.Run(call, Both, rows, statement);
        return refusal is not null ? refusal
            : page.IsEmpty ? new Reply.Json(new JsonArray())
            : new Reply.Json(new JsonObject(
                page.Select(row => row.Product.Id).Distinct().Select(id => KeyValuePair.Create(Text(id), (JsonNode?)Of(id)))));
    }

    private Reply OfProduct(ApiCall call) =>
        !call.User.May(Rights.ReadProducts) ? Refused(403, "", 1138)
        : Products.ContainsKey(call.Id()) ? new Reply.Json(Of(call.Id()))
        : Refused(404, "Product not found", 1145);

    private Reply Add(ApiCall call)
    {
        if (!call.User.May(Rights.WriteProducts))
        {
            return Refused(403, "", 918);
        }

        if (!Products.ContainsKey(call.Id()))
        {
            return Refused(404, "Product not found", 923);
        }

        var reference = call.Sent("ref_fourn") ?? "";
        var (all, supplier) = (database.PurchasePrices.Values, PhpNumber.Integer(call.Sent("fourn_id")));
        if (all.Any(price => price.SupplierId == supplier && price.SupplierReference == reference && price.ProductId != call.Id()))
        {
            return Refused(500, "Error adding supplier to product : ", 937);
        }

        if (reference.Length > LongestReference)
        {
            return Refused(500, $"Error adding supplier to product : {SqlError.TooLong(LongestReference).Text}", 937);
        }

        // The row is there before the supplier is looked for.
        var quantity = PurchasePriceText.Quantity(call.Sent("qty"));
        var row = all.FirstOrDefault(price =>
                (price.SupplierId, price.SupplierReference, price.Quantity, price.ProductId) == (supplier, reference, quantity, call.Id()))
            ?? new PurchasePrice(database.NextId("product_fournisseur_price"), call.Id(), supplier)
            {
                SupplierReference = reference,
                Quantity = quantity,
                Entered = database.Now,
            };
        Store(row);
        if (call.StopsHalfWay)
        {
            return Refused(500, "Error updating buy price : ", 954);
        }

        if (database.ThirdParties.GetValueOrDefault(supplier)?["fournisseur"] is not "1")
        {
            return Refused(404, "Supplier not found", 943);
        }

        Store(PurchasePriceText.Filled(row with { Entered = database.Now }, call, database.Options));
        return new Reply.Json(row.Id);
    }

    /// <summary>Only the number of the price counts: what is not there, or is another product's, is a yes too.</summary>
    private Reply Remove(ApiCall call)
    {
        if (!call.User.May(Rights.DeleteProducts))
        {
            return Refused(403, "", 977);
        }

        if (!Products.ContainsKey(call.Id()))
        {
            return Refused(404, "Product not found", 981);
        }

        database.PurchasePrices = database.PurchasePrices.Remove(call.Id("price_id"));
        return new Reply.Json(1);
    }

    private void Store(PurchasePrice price) => database.PurchasePrices = database.PurchasePrices.SetItem(price.Id, price);

    /// <summary>Those of suppliers that are open, by the supplier's name, then by quantity and price.</summary>
    private JsonArray Of(long product) =>
    [
        .. database.PurchasePrices.Values.Where(price => price.ProductId == product)
            .Select(price => (Price: price, Supplier: database.ThirdParties.GetValueOrDefault(price.SupplierId)))
            .Where(row => row.Supplier?["status"] == "1")
            .OrderBy(row => row.Supplier!["nom"], StringComparer.Ordinal).ThenBy(row => row.Price.Quantity).ThenBy(row => row.Price.Price)
            .Select(row => PurchasePriceText.View(row.Price, row.Supplier!["nom"], Products[product])),
    ];

    private ImmutableSortedDictionary<long, ObjectRow> Products => ProductTable.Of(database);

    private static Reply.Refused Refused(int status, string message, int line) => new(status, message, $"{File}:{Text(line)}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Joined(ObjectRow Product, PurchasePrice Price);
}
