using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// How requests are written: typed members only, decimals as JSON numbers with a point, dates as <c>YYYY-MM-DD</c>, and
/// no member for what is not to be touched. Dolibarr takes anything else without a word and stores something else.
/// </summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NoBody))]
[JsonSerializable(typeof(RowBody))]
[JsonSerializable(typeof(ObjectBody))]
[JsonSerializable(typeof(UploadBody))]
[JsonSerializable(typeof(PaymentBody))]
[JsonSerializable(typeof(SupplierPriceBody))]
internal sealed partial class Outbound : JsonSerializerContext
{
    /// <summary>Refit with generated clients and generated JSON only.</summary>
    public static RefitSettings Refit => RefitSettings.ForJsonContext(Default);
}

/// <summary><c>{}</c>, for calls that need nothing said.</summary>
internal sealed record NoBody
{
    public static NoBody Empty { get; } = new();
}
