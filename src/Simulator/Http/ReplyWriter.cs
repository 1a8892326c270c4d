using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>Puts a <see cref="Reply"/> on the wire.</summary>
internal static class ReplyWriter
{
    private static readonly JsonWriterOptions Plain = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int StatusOf(Reply reply) => reply switch
    {
        Reply.Json => StatusCodes.Status200OK,
        Reply.NothingDone => StatusCodes.Status304NotModified,
        Reply.Text text => text.Status,
        Reply.Refused refused => refused.Status,
        _ => throw new InvalidOperationException(reply.GetType().Name),
    };

    public static string TypeOf(Reply reply) => reply is Reply.Text ? "text/html; charset=UTF-8" : "application/json; charset=utf-8";

    /// <summary>The bytes of the body, none if there is none.</summary>
    public static byte[] BodyOf(Reply reply) => reply switch
    {
        Reply.Json json => Bytes(json.Body),
        Reply.Refused refused => Bytes(Body(refused)),
        Reply.Text text => Encoding.UTF8.GetBytes(text.Body),
        _ => [],
    };

    public static async Task WriteAsync(HttpResponse response, Reply reply)
    {
        response.StatusCode = StatusOf(reply);
        response.ContentType = TypeOf(reply);
        if (BodyOf(reply) is { Length: > 0 } body)
        {
            await response.Body.WriteAsync(body);
        }
    }

    private static JsonObject Body(Reply.Refused refused)
    {
        var phrase = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(refused.Status);
        var error = new JsonObject
        {
            ["code"] = refused.Status,
            ["message"] = refused.Message.Length == 0 ? phrase : $"{phrase}: {refused.Message}",
        };
        for (var at = 0; at < refused.Details.Length; at++)
        {
            error[at.ToString(System.Globalization.CultureInfo.InvariantCulture)] = refused.Details[at];
        }

        return new JsonObject { ["error"] = error, ["debug"] = Debug(refused) };
    }

    private static JsonObject Debug(Reply.Refused refused)
    {
        var (passed, failed) = refused.At switch
        {
            Stage.Setup => ("", "get route negotiate message"),
            Stage.Route => ("get", "route negotiate message"),
            Stage.Authenticate => ("get route negotiate", "authenticate message"),
            Stage.Validate => ("get route negotiate authenticate", "validate message"),
            _ => ("get route negotiate authenticate validate", "call message"),
        };
        var stage = refused.At.ToString().ToLowerInvariant();
        return new JsonObject
        {
            ["source"] = $"{refused.Source} at {stage} stage",
            ["stages"] = new JsonObject { ["success"] = Words(passed), ["failure"] = Words(failed) },
        };
    }

    private static JsonArray Words(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (JsonNode)word)];

    private static byte[] Bytes(JsonNode? body)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            if (body is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                body.WriteTo(writer);
            }
        }

        return buffer.ToArray();
    }
}
