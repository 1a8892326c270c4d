using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The members that a real server puts into an answer, with the value each has when nothing is known of it.</summary>
internal static class Shape
{
    public static JsonNode Load(string name)
    {
        using var stream = typeof(Shape).Assembly.GetManifestResourceStream(name + ".json")
            ?? throw new InvalidOperationException($"shape {name} is not in the assembly");
        return JsonNode.Parse(stream) ?? throw new InvalidOperationException($"shape {name} is empty");
    }

    public static JsonObject Filled(this JsonNode shape, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var filled = shape.DeepClone().AsObject();
        foreach (var (name, value) in members)
        {
            filled[name] = value;
        }

        return filled;
    }

    public static JsonObject Without(this JsonObject members, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            members.Remove(name);
        }

        return members;
    }

    /// <summary>Keeps the members that <paramref name="properties"/> names (comma separated), all when it is empty.</summary>
    public static JsonObject Thinned(this JsonObject members, string properties)
    {
        if (properties.Length == 0)
        {
            return members;
        }

        var wanted = properties.Split(',');
        return members.Without([.. members.Select(member => member.Key).Where(name => !wanted.Contains(name))]);
    }
}
