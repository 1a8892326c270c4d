using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

/// <summary>The closed list of what is sent of bank details. What is null is not sent, and stays as it is. Which account is paid to is never sent: a person chooses that on the page.</summary>
internal sealed record BankAccountBody
{
    [JsonPropertyName("label")]
    public string? Label { get; init; }

    [JsonPropertyName("bank")]
    public string? Bank { get; init; }

    [JsonPropertyName("iban")]
    public string? Iban { get; init; }

    [JsonPropertyName("bic")]
    public string? Bic { get; init; }
}
