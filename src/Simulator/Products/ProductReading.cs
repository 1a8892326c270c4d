using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>Looking products up.</summary>
internal sealed class ProductReading(Database database)
{
    private const string Where = "SELECT t.rowid, t.ref, t.ref_ext FROM llx_product as t LEFT JOIN llx_product_extrafields AS ef ON ef.fk_object = t.rowid WHERE t.entity IN (1)";

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "products", List) { Numbers = [.. ListQuery.Numbers, "mode"] },
        new("GET", "products/ref/{ref}", call => One(call, row => row.Ref == call.Path["ref"])),
        new("GET", "products/{id}", call => One(call, row => row.Id == call.Id())),
    ];

    private Reply One(ApiCall call, Func<Product, bool> sought) =>
        !call.User.May(Rights.ReadProducts) ? new Reply.Refused(403, "", "api_products.class.php:2303")
        : database.Products.Values.FirstOrDefault(sought) is { } row ? new Reply.Json(ProductView.Of(row))
        : new Reply.Refused(404, "Product not found", "api_products.class.php:2308");

    private Reply List(ApiCall call)
    {
        if (!call.User.May(Rights.ReadProducts))
        {
            return new Reply.Refused(403, "", "api_products.class.php:201");
        }

        var statement = new ListStatement(Where, "Error when retrieve product list", "api_products.class.php:245", "api_products.class.php:295");
        var (page, total, refusal) = ListQuery.Run(call, ProductTable.Columns, database.Products.Values, statement);
        return refusal is not null
            ? refusal
            : new Reply.Json(ListQuery.Body(call, [.. page.Select(row => (JsonNode)ProductView.Of(row).Thinned(call.Parameter("properties")))], total));
    }
}
