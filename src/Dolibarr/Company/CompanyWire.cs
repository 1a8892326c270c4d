using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record CompanyWire
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("currency_code")]
    public required string CurrencyCode { get; init; }

    [JsonPropertyName("tva_intra")]
    public string VatNumber { get; set; } = "";

    [JsonPropertyName("idprof1")]
    public string Siren { get; set; } = "";

    [JsonPropertyName("idprof2")]
    public string Siret { get; set; } = "";

    public CompanyProfile ToCompanyProfile() => new()
    {
        Name = Name,
        CurrencyCode = CurrencyCode,
        VatNumber = VatNumber,
        Siren = Siren,
        Siret = Siret,
    };
}
