using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.Features;

namespace DolibarrAgent.Simulator;

/// <summary>A request that has arrived whole, kept apart from its connection: what it asks for may be done after that has gone.</summary>
internal sealed record IncomingCall(string Method, string PathAndQuery, byte[] Body)
{
    /// <summary>When it came, by the server's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The key that it calls with; empty when there is none.</summary>
    public required string Key { get; init; }

    public required ImmutableDictionary<string, string> Query { get; init; }

    public required string BodySha256 { get; init; }

    /// <summary>The body as the log shows it.</summary>
    public required string? LoggedBody { get; init; }

    public bool IsWrite => !HttpMethods.IsGet(Method);

    public static async Task<IncomingCall> ReadAsync(HttpContext context, TimeProvider clock)
    {
        var request = context.Request;
        var at = clock.GetUtcNow();
        var body = await BodyAsync(request);
        return new(request.Method, request.PathBase + context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, body)
        {
            At = at,
            Key = Authentication.KeyOf(request),
            BodySha256 = Simulator.LoggedBody.Sha256(body),
            LoggedBody = Simulator.LoggedBody.Of(request.Method, body),
            Query = request.Query.ToImmutableDictionary(parameter => parameter.Key, parameter => parameter.Value.LastOrDefault() ?? ""),
        };
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, CancellationToken.None);
        return body.ToArray();
    }
}
