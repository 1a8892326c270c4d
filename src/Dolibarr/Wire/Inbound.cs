using System.Text.Json;
using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// How answers are read: tolerant of every spelling of a value, strict about a member that comes twice. A member that
/// may be absent has a setter, for the generated reader leaves nothing of the default of an init-only one.
/// </summary>
[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    Converters = [typeof(LooseText), typeof(LooseInteger), typeof(LooseDecimal), typeof(LooseFlag), typeof(LooseDay)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long?))]
[JsonSerializable(typeof(long?[]))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(SuccessWire))]
[JsonSerializable(typeof(PageWire<SupplierInvoiceWire>))]
[JsonSerializable(typeof(PageWire<SupplierInvoiceHeadWire>))]
[JsonSerializable(typeof(PageWire<ProductWire>))]
[JsonSerializable(typeof(ObjectWire))]
[JsonSerializable(typeof(PageWire<ObjectWire>))]
[JsonSerializable(typeof(ObjectWire[]))]
[JsonSerializable(typeof(PurchasePriceWire[]))]
[JsonSerializable(typeof(StoredFileWire[]))]
[JsonSerializable(typeof(DownloadWire))]
[JsonSerializable(typeof(OwnUserWire))]
[JsonSerializable(typeof(StatusWire))]
[JsonSerializable(typeof(CompanyWire))]
[JsonSerializable(typeof(CountryWire))]
[JsonSerializable(typeof(CurrencyWire))]
[JsonSerializable(typeof(PaymentTermsWire[]))]
[JsonSerializable(typeof(PaymentMeansWire[]))]
[JsonSerializable(typeof(PaymentWire[]))]
[JsonSerializable(typeof(OwnAccountWire[]))]
[JsonSerializable(typeof(BankLineWire[]))]
[JsonSerializable(typeof(BankLinkWire[]))]
internal sealed partial class Inbound : JsonSerializerContext;

/// <summary>A page of a list, as <c>pagination_data=true</c> gives it.</summary>
internal sealed record PageWire<T>
{
    [JsonPropertyName("data")]
    public required IReadOnlyList<T> Data { get; init; }

    [JsonPropertyName("pagination")]
    public required PaginationWire Pagination { get; init; }
}

internal sealed record PaginationWire
{
    /// <summary>How many the filter matches in all.</summary>
    [JsonPropertyName("total")]
    public required long? Total { get; init; }
}

/// <summary><c>{"success": {"code": 200, "message": "…"}}</c>, which many writes answer.</summary>
internal sealed record SuccessWire
{
    [JsonPropertyName("success")]
    public required SuccessText Success { get; init; }
}

internal sealed record SuccessText
{
    [JsonPropertyName("message")]
    public string Message { get; set; } = "";
}
