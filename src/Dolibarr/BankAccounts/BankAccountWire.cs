using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record BankAccountWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("label")]
    public string Label { get; set; } = "";

    [JsonPropertyName("bank")]
    public string Bank { get; set; } = "";

    [JsonPropertyName("iban")]
    public required string Iban { get; init; }

    [JsonPropertyName("bic")]
    public string Bic { get; set; } = "";

    [JsonPropertyName("default_rib")]
    public bool Default { get; set; }

    [JsonPropertyName("datec")]
    public long? Created { get; set; }

    [JsonPropertyName("datem")]
    public long? Modified { get; set; }

    public BankAccount ToBankAccount() => new()
    {
        Id = Id ?? 0,
        Label = Label,
        Bank = Bank,
        Iban = Iban,
        Bic = Bic,
        IsDefault = Default,
        Created = UnixSeconds.Time(Created),
        Modified = UnixSeconds.Time(Modified),
    };
}
