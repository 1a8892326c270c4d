using System.Collections.Concurrent;
using WireMock;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;
using Request = WireMock.RequestBuilders.Request;
using Response = WireMock.ResponseBuilders.Response;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>What the fake answers.</summary>
internal sealed record Canned(int Status, string Body = "", string Type = "application/json; charset=utf-8")
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public static Canned Html(int status, string body = "<html><body><h1>Oops</h1></body></html>") => new(status, body, "text/html; charset=UTF-8");

    public static Canned Error(int status, string message, string? detail = null) => new(
        status,
        System.Text.Json.JsonSerializer.Serialize(new
        {
            error = detail is null
                ? new Dictionary<string, object> { ["code"] = status, ["message"] = message }
                : new Dictionary<string, object> { ["code"] = status, ["message"] = message, ["0"] = detail },
        }));
}

/// <summary>What arrived at the fake.</summary>
internal sealed record Arrival(string Method, string Path, IReadOnlyDictionary<string, string> Query, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Filter => Query.GetValueOrDefault("sqlfilters", "");
}

/// <summary>A Dolibarr that answers what a test tells it to, below its own path of one shared server.</summary>
internal sealed class FakeDolibarr
{
    private static readonly WireMockServer Server = WireMockServer.Start();

    private readonly string root = $"/{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, Canned[]> answers = new();
    private readonly ConcurrentQueue<Arrival> arrivals = new();

    public FakeDolibarr()
    {
        Server.Given(Request.Create().WithPath($"{root}/*")).RespondWith(Response.Create().WithCallback(Respond));
        On("GET", "/users/info", Recording.Answer("own-rights", "/users/info?includepermissions=1"));
    }

    public Connection Connection => Known.ConnectionTo($"{Server.Url}{root}");

    public IReadOnlyList<Arrival> Arrivals => [.. arrivals];

    public IReadOnlyList<Arrival> ArrivalsAt(string path) => [.. arrivals.Where(arrival => arrival.Path == path)];

    /// <summary>The first call gets the first answer, and so on; the last answer stays.</summary>
    public FakeDolibarr On(string method, string path, params Canned[] answers)
    {
        this.answers[$"{method} {path}"] = answers;
        return this;
    }

    public DolibarrReader Reader() => DolibarrReader.Open(Connection);

    public DolibarrWriter Writer() => DolibarrWriter.Open(Connection, new WritePermit(Connection.Server.Origin));

    private ResponseMessage Respond(IRequestMessage request)
    {
        var path = request.Path[$"{root}/api/index.php".Length..];
        var arrival = new Arrival(
            request.Method,
            path,
            (request.Query ?? new Dictionary<string, WireMockList<string>>()).ToDictionary(pair => pair.Key, pair => string.Join(",", pair.Value)),
            request.Body ?? "",
            (request.Headers ?? new Dictionary<string, WireMockList<string>>()).ToDictionary(pair => pair.Key, pair => string.Join(",", pair.Value), StringComparer.OrdinalIgnoreCase));
        var before = arrivals.Count(earlier => earlier.Method == arrival.Method && earlier.Path == path);
        arrivals.Enqueue(arrival);
        var canned = this.answers.TryGetValue($"{request.Method} {path}", out var answers)
            ? answers[Math.Min(before, answers.Length - 1)]
            : Canned.Html(501, "API not found (failed to include API file)");
        return new ResponseMessage
        {
            StatusCode = canned.Status,
            Headers = canned.Headers.Append(new("Content-Type", canned.Type)).ToDictionary(header => header.Key, header => new WireMockList<string>(header.Value)),
            BodyData = canned.Body.Length == 0 ? null : new BodyData { DetectedBodyType = BodyType.String, BodyAsString = canned.Body },
        };
    }
}
