using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

/// <summary>A supplier's price as it is sent: whole, for what is not sent of it is gone.</summary>
internal sealed record SupplierPriceBody
{
    [JsonPropertyName("fourn_id")]
    public required long Supplier { get; init; }

    [JsonPropertyName("ref_fourn")]
    public required string SupplierReference { get; init; }

    [JsonPropertyName("qty")]
    public required decimal Quantity { get; init; }

    /// <summary>For the whole quantity, without tax.</summary>
    [JsonPropertyName("buyprice")]
    public required decimal Price { get; init; }

    [JsonPropertyName("price_base_type")]
    public string PriceBase { get; init; } = "HT";

    [JsonPropertyName("tva_tx")]
    public required decimal VatRate { get; init; }

    [JsonPropertyName("remise_percent")]
    public required decimal DiscountPercent { get; init; }

    /// <summary>The price once more: where the module Multicurrency is on, this one counts, and the other is not looked at.</summary>
    [JsonPropertyName("multicurrency_buyprice")]
    public decimal CurrencyPrice => Price;

    [JsonPropertyName("multicurrency_tx")]
    public int CurrencyRate { get; init; } = 1;

    [JsonPropertyName("multicurrency_code")]
    public string? Currency { get; init; }

    [JsonPropertyName("availability")]
    public long Availability { get; init; }

    [JsonPropertyName("remise")]
    public decimal? Discount { get; init; }

    [JsonPropertyName("charges")]
    public decimal? Charges { get; init; }

    /// <summary>Null where nothing is known; left out, it would be 0 days.</summary>
    [JsonPropertyName("delivery_time_days"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? DeliveryDays { get; init; }

    [JsonPropertyName("supplier_reputation")]
    public string? Reputation { get; init; }

    [JsonPropertyName("newnpr")]
    public int? IsVatLost { get; init; }

    [JsonPropertyName("desc_fourn")]
    public string? Description { get; init; }
}
