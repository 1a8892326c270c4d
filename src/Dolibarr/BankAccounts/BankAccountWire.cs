using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record BankAccountWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("label")]
    public string Label { get; init; } = "";

    [JsonPropertyName("bank")]
    public string Bank { get; init; } = "";

    [JsonPropertyName("iban")]
    public required string Iban { get; init; }

    [JsonPropertyName("bic")]
    public string Bic { get; init; } = "";

    [JsonPropertyName("default_rib")]
    public bool Default { get; init; }

    public BankAccount ToBankAccount() => new()
    {
        Id = Id ?? 0,
        Label = Label,
        Bank = Bank,
        Iban = Iban,
        Bic = Bic,
        IsDefault = Default,
    };
}
