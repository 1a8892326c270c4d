using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>One authenticated call: who, what, with which parameters.</summary>
internal sealed record ApiCall(SimulatedUser User, ImmutableDictionary<string, string> Query, JsonObject Body)
{
    /// <summary>The values that the path put into the route's placeholders.</summary>
    public ImmutableDictionary<string, string> Path { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether the server fails behind the first of its statements; heeded where they are not one transaction.</summary>
    public bool StopsHalfWay { get; init; }

    public long Id(string name = "id") => long.Parse(Path[name], CultureInfo.InvariantCulture);

    /// <summary>A parameter of the query; empty when it is not there.</summary>
    public string Parameter(string name) => Query.GetValueOrDefault(name, "");

    /// <summary>A parameter of the query that is a number; the route has already refused anything else.</summary>
    public int Number(string name, int absent) =>
        int.TryParse(Parameter(name), CultureInfo.InvariantCulture, out var number) ? number : absent;

    public bool Flag(string name) => Parameter(name) is "1" or "true";

    /// <summary>A field of the body as the server would cast it to text; null when it is absent or null.</summary>
    public string? Sent(string name) => Body.TryGetPropertyValue(name, out var value) ? PhpText.Of(value) : null;
}
