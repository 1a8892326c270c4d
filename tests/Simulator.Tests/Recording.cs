using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>A file of recorded exchanges with a real server.</summary>
internal sealed record Recording(string Name, string About, ImmutableArray<Exchange> Exchanges)
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Recordings");

    public static ImmutableArray<string> Names =>
        [.. Directory.GetFiles(Folder, "*.jsonl").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static Recording Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name + ".jsonl")).Select(line => JsonNode.Parse(line)!.AsObject()).ToImmutableArray();
        return new(name, lines[0]["about"]!.GetValue<string>(), [.. lines.Skip(1).Select(Exchange.Of)]);
    }

    /// <summary>The earliest time at which the server says that it did something here. Its users were made long before.</summary>
    public DateTimeOffset Start =>
        DateTimeOffset.FromUnixTimeSeconds(Exchanges.Where(exchange => !exchange.Path.StartsWith("/users/", StringComparison.Ordinal)).SelectMany(exchange => Volatile.TimesIn(exchange.Response)).DefaultIfEmpty(1795392960).Min());
}

/// <summary>One call and its answer.</summary>
internal sealed record Exchange(string User, string Method, string Path, string? Body, int Status, string ContentType, JsonNode? Response, string? Text)
{
    public static Exchange Of(JsonObject line) => new(
        line["user"]!.GetValue<string>(),
        line["method"]!.GetValue<string>(),
        line["path"]!.GetValue<string>(),
        line["rawBody"]?.GetValue<string>() ?? line["body"]?.ToJsonString(),
        line["status"]!.GetValue<int>(),
        line["contentType"]!.GetValue<string>(),
        line["response"]?.DeepClone(),
        line["responseText"]?.GetValue<string>());
}
