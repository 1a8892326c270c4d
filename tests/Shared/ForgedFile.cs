using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Tests;

/// <summary>A changeset that is edited by somebody who knows the format: the bytes are what a recorder would have written.</summary>
internal static class ForgedFile
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task RewriteAsync(string path, Action<JsonNode> forge, CancellationToken cancel)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancel);
        var changeset = JsonNode.Parse(bytes)!;
        if (!Written(changeset).AsSpan().SequenceEqual(bytes))
        {
            throw new InvalidOperationException("The test does not write changesets as the recorder does.");
        }
        forge(changeset);
        await File.WriteAllBytesAsync(path, Written(changeset), cancel);
    }

    /// <summary>In the form of the format's own writer.</summary>
    public static byte[] Written(JsonNode changeset)
    {
        var text = new StringBuilder();
        Write(text, "", changeset, 0);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private static void Write(StringBuilder text, string name, JsonNode node, int depth)
    {
        switch (node)
        {
            case JsonObject members:
                Items(text, '{', [.. members.Select(member => (Action)(() =>
                {
                    text.Append(JsonSerializer.Serialize(member.Key, AsItIs)).Append(": ");
                    Write(text, member.Key, member.Value!, depth + 1);
                }))], depth);
                break;
            case JsonArray texts when name is "keys" or "from":
                text.Append('[').AppendJoin(", ", texts.Select(one => one!.ToJsonString(AsItIs))).Append(']');
                break;
            case JsonArray items:
                Items(text, '[', [.. items.Select(item => (Action)(() => Write(text, "", item!, depth + 1)))], depth);
                break;
            default:
                text.Append(node.ToJsonString(AsItIs));
                break;
        }
    }

    private static void Items(StringBuilder text, char open, IReadOnlyList<Action> items, int depth)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(' ', 2 * (depth + 1));
            items[i]();
        }
        if (items.Count > 0)
        {
            text.Append('\n').Append(' ', 2 * depth);
        }
        text.Append(open == '{' ? '}' : ']');
    }
}
