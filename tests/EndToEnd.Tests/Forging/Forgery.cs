using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.EndToEnd.Tests.Forging;

/// <summary>One thing that somebody does to a changeset: a member changed, removed, or swapped with another's.</summary>
/// <param name="Path">The member: <c>operations[1].after.totalInclTax</c>.</param>
/// <param name="Words">What is done, to be said where a test fails.</param>
/// <param name="Do">Does it; false where that changes nothing.</param>
internal sealed record Forgery(string Path, string Words, Func<JsonNode, bool> Do)
{
    /// <summary>Every member changed, and every one removed.</summary>
    public static ImmutableArray<Forgery> Single(JsonNode changeset) => [.. Members(changeset).SelectMany(path => new[] { Change(path), Remove(path) })];

    /// <summary>Two values that stand in each other's place.</summary>
    public static Forgery Swap(string one, string other) => new(one, $"{one} and {other} swapped", changeset =>
    {
        var (first, second) = (At(changeset, one), At(changeset, other));
        if (first is not JsonValue || second is not JsonValue || first.GetValueKind() != second.GetValueKind() || JsonNode.DeepEquals(first, second))
        {
            return false;
        }
        var (here, there) = (first.DeepClone(), second.DeepClone());
        Put(changeset, one, there);
        Put(changeset, other, here);
        return true;
    });

    /// <summary>The path of every member and item, the innermost first.</summary>
    public static ImmutableArray<string> Members(JsonNode node, string path = "") => node switch
    {
        JsonObject members => [.. members.SelectMany(member => Members(member.Value!, path.Length == 0 ? member.Key : $"{path}.{member.Key}").Append(path.Length == 0 ? member.Key : $"{path}.{member.Key}"))],
        JsonArray items => [.. items.SelectMany((item, i) => Members(item!, $"{path}[{i}]").Append($"{path}[{i}]"))],
        _ => [],
    };

    private static Forgery Change(string path) => new(path, $"{path} changed", changeset =>
    {
        if (At(changeset, path) is not JsonValue value)
        {
            return false;
        }
        Put(changeset, path, value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => Changed(value.GetValue<string>()),
            System.Text.Json.JsonValueKind.Number => value.GetValue<long>() + 1,
            var kind => kind != System.Text.Json.JsonValueKind.True,
        });
        return true;
    });

    private static Forgery Remove(string path) => new(path, $"{path} removed", changeset =>
    {
        var (parent, last) = Parent(changeset, path);
        if (parent is JsonObject members)
        {
            return members.Remove(last);
        }
        if (parent is JsonArray items && int.Parse(last, System.Globalization.CultureInfo.InvariantCulture) is var at && at < items.Count)
        {
            items.RemoveAt(at);
            return true;
        }
        return false;
    });

    /// <summary>Another value of the same kind: an amount for an amount, a day for a day.</summary>
    private static JsonValue Changed(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) && text.Contains('.', StringComparison.Ordinal) ? JsonValue.Create((number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? JsonValue.Create(day.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        : JsonValue.Create(text + "x");

    private static JsonNode? At(JsonNode changeset, string path)
    {
        var (parent, last) = Parent(changeset, path);
        return parent switch
        {
            JsonObject members => members[last],
            JsonArray items when int.Parse(last, System.Globalization.CultureInfo.InvariantCulture) is var at && at < items.Count => items[at],
            _ => null,
        };
    }

    private static void Put(JsonNode changeset, string path, JsonNode value)
    {
        var (parent, last) = Parent(changeset, path);
        if (parent is JsonArray items)
        {
            items[int.Parse(last, System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            parent![last] = value;
        }
    }

    private static (JsonNode? Parent, string Last) Parent(JsonNode changeset, string path)
    {
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        JsonNode? node = changeset;
        foreach (var step in steps[..^1])
        {
            node = node switch
            {
                JsonObject members => members[step],
                JsonArray items when int.Parse(step, System.Globalization.CultureInfo.InvariantCulture) is var at && at < items.Count => items[at],
                _ => null,
            };
        }
        return (node, steps[^1]);
    }
}
