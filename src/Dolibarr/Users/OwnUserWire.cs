using System.Text.Json;
using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record OwnUserWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("login")]
    public required string Login { get; init; }

    [JsonPropertyName("admin")]
    public bool Admin { get; set; }

    [JsonPropertyName("socid")]
    public long? OnlyThirdPartyId { get; set; }

    /// <summary>Objects in objects, with 1 for a granted right; an empty one comes as <c>[]</c>.</summary>
    [JsonPropertyName("rights")]
    public required JsonElement Rights { get; init; }

    public OwnUser ToOwnUser() => new(
        Id ?? 0, Login, Admin, new Rights(Granted(Rights, "")), OnlyThirdPartyId is > 0 ? OnlyThirdPartyId : null);

    private static IEnumerable<string> Granted(JsonElement rights, string path) => rights.ValueKind switch
    {
        JsonValueKind.Object => rights.EnumerateObject().SelectMany(member =>
            Granted(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.True => [path],
        JsonValueKind.Number when rights.GetRawText() == "1" => [path],
        JsonValueKind.String when rights.ValueEquals("1") => [path],
        _ => [],
    };
}
