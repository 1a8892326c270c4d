using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record PaymentWire
{
    [JsonPropertyName("amount")]
    public required decimal? Amount { get; init; }

    [JsonPropertyName("type")]
    public string Means { get; set; } = "";

    [JsonPropertyName("typeline")]
    public required string Kind { get; init; }

    [JsonPropertyName("date")]
    public DateOnly? Date { get; set; }

    [JsonPropertyName("num")]
    public string Transaction { get; set; } = "";

    [JsonPropertyName("ref")]
    public string Ref { get; set; } = "";

    [JsonPropertyName("fk_bank_line")]
    public long? BankLine { get; set; }

    public Payment ToPayment() => new()
    {
        Ref = Ref,
        IsPaid = Kind == "payment",
        Amount = Amount ?? 0,
        Date = Date,
        Means = Means,
        Transaction = Transaction,
        BankLineId = BankLine is > 0 ? BankLine : null,
    };
}

internal sealed record OwnAccountWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("ref")]
    public required string Ref { get; init; }

    [JsonPropertyName("label")]
    public string Label { get; set; } = "";

    [JsonPropertyName("currency_code")]
    public string Currency { get; set; } = "";

    [JsonPropertyName("clos")]
    public bool Closed { get; set; }

    /// <summary>Null where it has no id: it is not an account.</summary>
    public OwnAccount? ToOwnAccount() => Id is > 0 ? new OwnAccount(Id.Value, Ref, Label, Currency, Closed) : null;
}

internal sealed record BankLineWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("amount")]
    public required decimal? Amount { get; init; }

    [JsonPropertyName("bank_account_ref")]
    public required string Account { get; init; }

    /// <summary>Null where it has no id: it is not a line.</summary>
    public BankLine? ToBankLine() => Id is > 0 ? new BankLine(Id.Value, Account, Amount ?? 0) : null;
}

internal sealed record BankLinkWire
{
    [JsonPropertyName("url_id")]
    public required long? Id { get; init; }

    [JsonPropertyName("type")]
    public required string Kind { get; init; }
}

/// <summary>
/// A payment as it is sent. The amount is always given: without one Dolibarr takes what it thinks is left, and forgets what
/// was set off.
/// </summary>
internal sealed record PaymentBody
{
    [JsonPropertyName("datepaye")]
    public required long Date { get; init; }

    [JsonPropertyName("payment_mode_id")]
    public required long Means { get; init; }

    [JsonPropertyName("accountid")]
    public required long Account { get; init; }

    [JsonPropertyName("amount")]
    public required decimal Amount { get; init; }

    [JsonPropertyName("num_payment")]
    public string? Transaction { get; init; }

    /// <summary>An invoice of which nothing is left to pay becomes a paid one.</summary>
    [JsonPropertyName("closepaidinvoices")]
    public string ClosesPaid { get; init; } = "yes";

    /// <summary>Our marker: who wrote the cheque, which for a payment of ours is nobody else. Lines can be filtered by it.</summary>
    [JsonPropertyName("chqemetteur")]
    public required string Marker { get; init; }
}
