using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace DolibarrAgent.Simulator;

/// <summary>The way of a call through the server: latency, firewall, body, key, route, resource; then the log, then the answer.</summary>
internal sealed class Pipeline(Database database, UserBook users, RequestLog log, Router router)
{
    private const string Root = "/api/index.php";

    private readonly Lock oneAtATime = new();

    /// <summary>
    /// Answers one call. Whatever the client does meanwhile, the effect takes place: a real server also commits when
    /// its client has gone. Faults (no answer, late answer, another status) belong around this method, by the number
    /// of the call.
    /// </summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var at = database.Options.Clock.GetUtcNow();
        var body = await ReadAsync(request);
        await Task.Delay(database.Options.Latency, CancellationToken.None);

        var key = Authentication.KeyOf(request);
        var user = users.WithKey(key);
        var pathAndQuery = request.PathBase + context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var reply = Answer(request, pathAndQuery, user, body);
        if (reply == Authentication.UnknownKey)
        {
            await Task.Delay(database.Options.UnknownKeyDelay, CancellationToken.None);
        }

        log.Add(number => new LoggedRequest
        {
            Number = number,
            At = at,
            Method = request.Method,
            Path = Authentication.Masked(pathAndQuery),
            Key = user?.Login,
            Status = ReplyWriter.StatusOf(reply),
            BodySha256 = LoggedBody.Sha256(body),
            Body = LoggedBody.Of(request.Method, body),
        });
        await ReplyWriter.WriteAsync(context.Response, reply);
    }

    private Reply Answer(HttpRequest request, string pathAndQuery, SimulatedUser? user, byte[] body)
    {
        if (Firewall.Refuses(pathAndQuery) is { } refused)
        {
            return refused;
        }

        if (Segments(pathAndQuery) is not { } segments)
        {
            return new Reply.Text(StatusCodes.Status404NotFound, $"Nothing here: the API is under {Root}/");
        }

        if (router.Find(request.Method, segments) is not { } route)
        {
            return router.NotSimulated(request.Method, segments);
        }

        var path = route.Values(segments);
        if (Router.BadPath(path) is { } badPath)
        {
            return badPath;
        }

        if (Fields(request.Method, body) is not { } fields)
        {
            return new Reply.Refused(StatusCodes.Status400BadRequest, "Error encoding/decoding JSON: Syntax error", "JsonFormat.php:154", Stage.Setup);
        }

        if (user is null)
        {
            return Authentication.KeyOf(request).Length == 0 ? Authentication.NoKey : Authentication.UnknownKey;
        }

        var call = new ApiCall(user, Query(request), fields) { Path = path };
        return Router.BadParameters(route, call) ?? OneAtATime(route, call);
    }

    private Reply OneAtATime(Route route, ApiCall call)
    {
        lock (oneAtATime)
        {
            return route.Answer(call);
        }
    }

    public void Reset()
    {
        lock (oneAtATime)
        {
            database.Reset();
            log.Clear();
        }
    }

    /// <summary>The decoded parts of the path below the API's root; null when it is elsewhere. A slash may be encoded.</summary>
    private static ImmutableArray<string>? Segments(string pathAndQuery)
    {
        var path = pathAndQuery.Split('?')[0].TrimEnd('/');
        return path.StartsWith(Root, StringComparison.Ordinal)
            ? [.. path[Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)]
            : null;
    }

    private static ImmutableDictionary<string, string> Query(HttpRequest request) =>
        request.Query.ToImmutableDictionary(parameter => parameter.Key, parameter => parameter.Value.LastOrDefault() ?? "");

    /// <summary>The fields of the body, none when it has none or is not looked at; null when it is no JSON.</summary>
    private static JsonObject? Fields(string method, byte[] body)
    {
        if (HttpMethods.IsGet(method) || HttpMethods.IsDelete(method) || body.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            return [];
        }

        try
        {
            // The last of two equal members counts, as in PHP.
            using var document = JsonDocument.Parse(body);
            var fields = new JsonObject();
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in document.RootElement.EnumerateObject())
                {
                    fields[member.Name] = JsonNode.Parse(member.Value.GetRawText());
                }
            }

            return fields;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, CancellationToken.None);
        return body.ToArray();
    }
}
