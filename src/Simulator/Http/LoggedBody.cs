using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>A body as the log shows it: whole, but for files.</summary>
internal static class LoggedBody
{
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string? Of(string method, byte[] body)
    {
        if (method == HttpMethods.Get || body.Length == 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(body);
        if (!text.Contains("filecontent", StringComparison.Ordinal))
        {
            return text;
        }

        try
        {
            if (JsonNode.Parse(text) is JsonObject members && members["filecontent"] is JsonValue file && file.TryGetValue<string>(out var content))
            {
                var bytes = Encoding.UTF8.GetBytes(content);
                members["filecontent"] = $"sha256:{Sha256(bytes)} length:{bytes.Length}";
                return members.ToJsonString();
            }
        }
        catch (JsonException)
        {
            return text;
        }

        return text;
    }
}
