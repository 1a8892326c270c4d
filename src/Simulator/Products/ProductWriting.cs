using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>Creating products.</summary>
internal sealed class ProductWriting(Database database)
{
    public ImmutableArray<Route> Routes => [new("POST", "products", Create)];

    private Reply Create(ApiCall call)
    {
        if (!call.User.May(Rights.WriteProducts))
        {
            return new Reply.Refused(403, "", "api_products.class.php:333");
        }

        foreach (var field in new[] { "ref", "label" })
        {
            if (call.Sent(field) is null)
            {
                return new Reply.Refused(400, $"{field} field missing", "api_products.class.php:2268");
            }
        }

        var reference = PhpText.Trim(CleanText.Field("ref", call.Sent("ref")!));
        if (database.Products.Values.Any(row => row.Ref == reference))
        {
            return new Reply.Refused(500, "Error creating product", "api_products.class.php:352") { Details = ["ErrorProductAlreadyExists"] };
        }

        var product = new Product(database.NextId("product"))
        {
            Ref = reference,
            Label = PhpText.Trim(CleanText.Field("label", call.Sent("label")!)),
            RefExt = CleanText.Field("ref_ext", call.Sent("ref_ext") ?? ""),
            Description = CleanText.Field("description", call.Sent("description") ?? ""),
            Type = PhpNumber.Integer(call.Sent("type")),
            VatRate = PhpNumber.Price(call.Sent("tva_tx") ?? ""),
            ToSell = PhpNumber.Integer(call.Sent("status")),
            ToBuy = PhpNumber.Integer(call.Sent("status_buy")),
            Created = database.Now,
        };
        database.Products = database.Products.SetItem(product.Id, product);
        return new Reply.Json(product.Id);
    }
}
