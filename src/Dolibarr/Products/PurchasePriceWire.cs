using System.Text.Json;
using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

/// <summary>A price that a supplier asks for a product.</summary>
internal sealed record PurchasePriceWire
{
    /// <summary>The product's number.</summary>
    [JsonPropertyName("id")]
    public required long? ProductId { get; init; }

    [JsonPropertyName("fourn_id")]
    public required long? SupplierId { get; init; }

    [JsonPropertyName("fourn_ref")]
    public required string SupplierReference { get; init; }

    /// <summary>All prices of an answer: an object with a list for each product, or an empty list where there is none.</summary>
    public static IEnumerable<PurchasePriceWire> AllOf(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Array when answer.GetArrayLength() == 0 => [],
        JsonValueKind.Object => answer.EnumerateObject().SelectMany(product =>
            Loose.Each(product.Value.Deserialize(Inbound.Default.PurchasePriceWireArray) ?? throw new JsonException("A product has nothing for its prices."))),
        _ => throw new JsonException("Prices by product were expected."),
    };
}
