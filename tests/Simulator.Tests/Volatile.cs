using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>
/// All that a replay cannot have to the letter, in one place with the reason. Everything else must be equal.
/// </summary>
internal static class Volatile
{
    /// <summary>
    /// Times of the moment, on a clock that stands at the recording's first one: the recorded server took a few seconds
    /// from the first call to the last.
    /// </summary>
    private static readonly ImmutableHashSet<string> Moments =
    [
        "datec", "datem", "tms", "date_creation", "date_modification", "date_rum", "date_c", "date_m", "timestamp_now_utc", "date_tz",
        "fourn_date_creation", "fourn_date_modification",
    ];

    /// <summary>When the users were made, long before the recording: only the kind of value is compared.</summary>
    private static readonly ImmutableHashSet<string> Installation = ["datec", "datem", "datelastpassvalidation", "flagdelsessionsbefore"];

    private const long Seconds = 10;

    /// <summary>Whether a member may differ; it must still be of the same kind.</summary>
    public static bool Allows(string path, JsonNode? recorded, JsonNode? simulated)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        if (recorded?.GetValueKind() != simulated?.GetValueKind())
        {
            return false;
        }

        return path.Contains("users/info", StringComparison.Ordinal) && Installation.Contains(name)
            || (Moments.Contains(name) || IsFileTime(path, name)) && IsNear(recorded, simulated);
    }

    /// <summary>Unix times of the moment that an answer holds.</summary>
    public static IEnumerable<long> TimesIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            Moments.Contains(member.Key) && member.Value?.GetValueKind() == JsonValueKind.Number
                ? [member.Value.GetValue<long>()]
                : TimesIn(member.Value)),
        JsonArray items => items.SelectMany(TimesIn),
        _ => [],
    };

    /// <summary>
    /// The server lists a folder in the order of its file system, which is not a fixed order, and bank accounts in that of the
    /// table's pages: compared by name and by id.
    /// </summary>
    public static string? KeyOfUnordered(string path) =>
        path.Contains("/documents?", StringComparison.Ordinal) ? "relativename"
        : path.EndsWith("/payments", StringComparison.Ordinal) ? "fk_bank_line"
        : path.EndsWith("/bankaccounts", StringComparison.Ordinal) ? "id"
        : null;

    /// <summary>Only a file's time is called <c>date</c>; that of an invoice is a day, and must be equal.</summary>
    private static bool IsFileTime(string path, string name) => name == "date" && path.Contains("/documents?", StringComparison.Ordinal);

    private static bool IsNear(JsonNode? recorded, JsonNode? simulated) =>
        recorded is null || Math.Abs(Time(recorded) - Time(simulated!)) <= Seconds;

    private static long Time(JsonNode node) => node.GetValueKind() == JsonValueKind.Number
        ? node.GetValue<long>()
        : DateTimeOffset.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds();
}
