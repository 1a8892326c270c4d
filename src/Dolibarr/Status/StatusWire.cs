using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record StatusWire
{
    [JsonPropertyName("success")]
    public required StatusBody Success { get; init; }

    public ServerStatus ToServerStatus() =>
        new(Success.Version, Success.Environment.Length == 0, Success.Environment, Success.TimeZone)
        {
            Clock = UnixSeconds.Time(Success.Seconds),
        };
}

internal sealed record StatusBody
{
    [JsonPropertyName("dolibarr_version")]
    public required string Version { get; init; }

    [JsonPropertyName("environment")]
    public string Environment { get; set; } = "";

    [JsonPropertyName("timestamp_now_utc")]
    public long? Seconds { get; set; }

    [JsonPropertyName("timestamp_php_tz")]
    public string TimeZone { get; set; } = "";
}
