using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>What differs between a recorded answer and a simulated one, and which recorded members the simulated one lacks.</summary>
internal sealed class Comparison
{
    public List<string> Differences { get; } = [];

    public List<string> Missing { get; } = [];

    public int Members { get; private set; }

    public void Compare(string path, JsonNode? recorded, JsonNode? simulated)
    {
        switch (recorded, simulated)
        {
            case (JsonObject left, JsonObject right):
                CompareMembers(path, left, right);
                break;
            case (JsonArray left, JsonArray right):
                CompareItems(path, left, right);
                break;
            default:
                Members++;
                if (!JsonNode.DeepEquals(recorded, simulated) && !Volatile.Allows(path, recorded, simulated))
                {
                    Differences.Add($"{path}: recorded {Shown(recorded)}, simulated {Shown(simulated)}");
                }

                break;
        }
    }

    private void CompareMembers(string path, JsonObject recorded, JsonObject simulated)
    {
        foreach (var (name, value) in simulated)
        {
            if (recorded.TryGetPropertyValue(name, out var expected))
            {
                Compare($"{path}.{name}", expected, value);
            }
            else
            {
                Differences.Add($"{path}.{name}: not recorded, simulated {Shown(value)}");
            }
        }

        Missing.AddRange(recorded.Where(member => !simulated.ContainsKey(member.Key)).Select(member => $"{path}.{member.Key}"));
    }

    private void CompareItems(string path, JsonArray recorded, JsonArray simulated)
    {
        if (recorded.Count != simulated.Count)
        {
            Differences.Add($"{path}: recorded {recorded.Count} items, simulated {simulated.Count}");
            return;
        }

        var (left, right) = (Ordered(path, recorded), Ordered(path, simulated));
        for (var at = 0; at < left.Length; at++)
        {
            Compare($"{path}[{at}]", left[at], right[at]);
        }
    }

    private static JsonNode?[] Ordered(string path, JsonArray items) =>
        Volatile.KeyOfUnordered(path) is { } key && items.All(item => item is JsonObject)
            ? [.. items.OrderBy(item => item![key]?.GetValue<string>(), StringComparer.Ordinal)]
            : [.. items];

    private static string Shown(JsonNode? node) => node?.ToJsonString() is { } text ? text.Length > 300 ? text[..300] + "…" : text : "null";
}
