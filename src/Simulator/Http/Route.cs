using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>One call that is simulated. <c>{id}</c> and names ending in <c>Id</c> take whole numbers only, <c>{text}</c> anything.</summary>
internal sealed record Route(string Method, string Pattern, Func<ApiCall, Reply> Answer)
{
    private readonly ImmutableArray<string> parts = [.. Pattern.Split('/')];

    /// <summary>The parameters that the server casts to a number before it calls.</summary>
    public ImmutableArray<string> Numbers { get; init; } = [];

    /// <summary>The fields without which the server does not call.</summary>
    public ImmutableArray<string> Required { get; init; } = [];

    public bool Fits(string method, ImmutableArray<string> segments) =>
        Method == method && segments.Length == parts.Length && Fits(segments);

    public ImmutableDictionary<string, string> Values(ImmutableArray<string> segments) =>
        parts.Zip(segments)
            .Where(pair => pair.First.StartsWith('{'))
            .ToImmutableDictionary(pair => pair.First.Trim('{', '}'), pair => pair.Second);

    // Every call asks every route, so this makes nothing.
    private bool Fits(ImmutableArray<string> segments)
    {
        for (var at = 0; at < parts.Length; at++)
        {
            if (!parts[at].StartsWith('{') && parts[at] != segments[at])
            {
                return false;
            }
        }

        return true;
    }
}
