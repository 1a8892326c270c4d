using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>Finds the handler of a call. What is not simulated is a 501 in plain text, as an unknown API is on a real server.</summary>
internal sealed class Router(ImmutableArray<Route> routes)
{
    private static readonly Reply UnknownApi =
        new Reply.Text(StatusCodes.Status501NotImplemented, "API not found (failed to include API file)");

    private readonly ImmutableHashSet<string> apis = [.. routes.Select(route => route.Pattern.Split('/')[0])];

    public Route? Find(string method, ImmutableArray<string> segments) =>
        routes.FirstOrDefault(route => route.Fits(method, segments));

    public Reply NotSimulated(string method, ImmutableArray<string> segments) =>
        segments.Length == 0 || !apis.Contains(segments[0])
            ? UnknownApi
            : new Reply.Text(StatusCodes.Status501NotImplemented, $"Not simulated: {method} /{string.Join('/', segments)}");

    /// <summary>What the server refuses before it calls the resource: invalid ids and numbers, missing fields.</summary>
    public static Reply.Refused? BadPath(ImmutableDictionary<string, string> path) =>
        path.Where(value => value.Key.EndsWith("id", StringComparison.OrdinalIgnoreCase) && !IsWhole(value.Value))
            .Select(value => new Reply.Refused(StatusCodes.Status400BadRequest, $"invalid value specified for `{value.Key}`", "Routes.php:457", Stage.Route))
            .FirstOrDefault();

    public static Reply.Refused? BadParameters(Route route, ApiCall call)
    {
        foreach (var name in route.Required)
        {
            if (call.Sent(name) is "")
            {
                return new(StatusCodes.Status400BadRequest, $"`{name}` is required.", "Validator.php:718", Stage.Validate);
            }

            if (call.Sent(name) is null && call.Parameter(name).Length == 0)
            {
                return new(StatusCodes.Status400BadRequest, $"`{name}` is required.", "Validator.php:436", Stage.Validate);
            }
        }

        foreach (var name in route.Numbers)
        {
            var value = call.Sent(name) ?? call.Parameter(name);
            if (value.Length > 0 && !IsWhole(value) || call.Body[name] is System.Text.Json.Nodes.JsonValue sent && sent.TryGetValue<bool>(out _))
            {
                return new(StatusCodes.Status400BadRequest, $"Invalid value specified for `{name}`. Expecting integer value", "Validator.php:718", Stage.Validate);
            }
        }

        return null;
    }

    private static bool IsWhole(string value) =>
        value.Length > 0 && value.TrimStart('-').All(char.IsAsciiDigit) && value.TrimStart('-').Length is > 0 and < 19;
}
