using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record ProductWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("ref")]
    public required string Ref { get; init; }

    [JsonPropertyName("label")]
    public string Label { get; set; } = "";

    [JsonPropertyName("type")]
    public required long? Type { get; init; }

    [JsonPropertyName("status_buy")]
    public bool Bought { get; set; }

    /// <summary>Null where the object has no id: it is not a product.</summary>
    public Product? ToProduct() => Id is not > 0 ? null : new Product
    {
        Id = Id.Value,
        Ref = Ref,
        Label = Label,
        Kind = Type switch { 0 => LineKind.Goods, 1 => LineKind.Service, _ => LineKind.Other },
        IsBought = Bought,
    };
}
