using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record CountryWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [JsonPropertyName("label")]
    public string Label { get; set; } = "";

    public Country? ToCountry() => Id is > 0 ? new Country(Id.Value, Code, Label) : null;
}
