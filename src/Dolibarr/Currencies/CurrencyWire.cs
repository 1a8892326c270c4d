using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record CurrencyWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [JsonPropertyName("rate")]
    public CurrencyRateWire? Rate { get; set; }

    public Currency? ToCurrency() => Id is > 0 ? new Currency(Id.Value, Code, Rate?.Rate is > 0 ? Rate.Rate : null, Rate?.Date) : null;
}

internal sealed record CurrencyRateWire
{
    [JsonPropertyName("rate")]
    public decimal? Rate { get; set; }

    [JsonPropertyName("date_sync")]
    public DateOnly? Date { get; set; }
}
