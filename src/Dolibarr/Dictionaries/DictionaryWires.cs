using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record PaymentTermsWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [JsonPropertyName("label")]
    public string Label { get; set; } = "";

    [JsonPropertyName("type_cdr")]
    public required long? Rule { get; init; }

    [JsonPropertyName("nbjour")]
    public required long? Days { get; init; }

    [JsonPropertyName("decalage")]
    public long? Offset { get; set; }

    /// <summary>Null where the entry has no id or no code: nothing can name it.</summary>
    public PaymentTerms? ToPaymentTerms() => Id is not > 0 || Code.Length == 0 ? null : new PaymentTerms
    {
        Id = Id.Value,
        Code = Code,
        Label = Label,
        Days = (int)(Days ?? 0),
        Rule = (Rule ?? 0) switch { 0 => DueRule.Net, 1 => DueRule.EndOfMonth, 2 => DueRule.OnDay, _ => DueRule.Other },
        Offset = (int)(Offset ?? 0),
    };
}

internal sealed record PaymentMeansWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [JsonPropertyName("label")]
    public string Label { get; set; } = "";

    /// <summary>Null where the entry has no id or no code: nothing can name it.</summary>
    public PaymentMeans? ToPaymentMeans() => Id is not > 0 || Code.Length == 0 ? null : new PaymentMeans(Id.Value, Code, Label);
}
