using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>What a real Dolibarr 22.0.4 answered, from tests/Recordings.</summary>
internal static class Recording
{
    /// <summary>The answer to the n-th exchange (from 0) of a scenario with this path.</summary>
    public static Canned Answer(string scenario, string path, int nth = 0, string method = "GET")
    {
        var exchange = File.ReadLines(Path.Combine(Folder(), $"{scenario}.jsonl"))
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .Where(node => (string?)node["path"] == path && (string?)node["method"] == method)
            .ElementAt(nth);
        var body = exchange.TryGetPropertyValue("responseText", out var text) ? (string)text! : exchange["response"]?.ToJsonString() ?? "null";
        return new Canned((int)exchange["status"]!, body, (string?)exchange["contentType"] ?? "");
    }

    /// <summary>Recorded objects as a page of a list.</summary>
    public static Canned Page(int total, params Canned[] objects) => new(
        200,
        new JsonObject
        {
            ["data"] = new JsonArray([.. objects.Select(item => JsonNode.Parse(item.Body))]),
            ["pagination"] = new JsonObject { ["total"] = total, ["page"] = 0, ["page_count"] = 1, ["limit"] = 100 },
        }.ToJsonString());

    /// <summary>The answer with some members of its object changed.</summary>
    public static Canned With(this Canned answer, params (string Member, string Json)[] changes)
    {
        var node = JsonNode.Parse(answer.Body)!.AsObject();
        foreach (var (member, json) in changes)
        {
            node[member] = JsonNode.Parse(json);
        }

        return answer with { Body = node.ToJsonString() };
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Agent.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "Recordings");
            }
        }

        throw new DirectoryNotFoundException("The project's root, with Agent.sln, is not above the tests.");
    }
}
