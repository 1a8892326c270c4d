using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// The answer of a model, made safe to act on: one that breaks off is an error and not an end, for the functions that it
/// asks for would be called; one that never ends, or falls silent, is given up.
/// </summary>
internal static class ModelAnswer
{
    private const int Largest = 8 * 1024 * 1024;

    public static async Task<HttpResponseMessage> GuardedAsync(HttpResponseMessage response, Budget budget, TimeProvider clock, CancellationToken cancel)
    {
        var whole = new GuardedAnswer(await response.Content.ReadAsStreamAsync(cancel), budget, clock) { Largest = Largest };
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            response.Content = Content(new AnswerEnd(whole));
            return response;
        }
        response.Content = Content(new MemoryStream(Encoding.UTF8.GetBytes(Streamed(await ReadAsync(whole, cancel)))));
        return response;
    }

    private static StreamContent Content(Stream stream)
    {
        var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return content;
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    /// <summary>An endpoint that does not stream answers in one piece: the same as a stream of one part.</summary>
    private static string Streamed(byte[] body)
    {
        try
        {
            var answer = JsonNode.Parse(body)!.AsObject();
            answer["object"] = "chat.completion.chunk";
            foreach (var choice in answer["choices"]?.AsArray() ?? [])
            {
                var message = choice!["message"]!.DeepClone().AsObject();
                choice.AsObject().Remove("message");
                foreach (var (call, index) in (message["tool_calls"] as JsonArray ?? []).Select((call, index) => (call!, index)))
                {
                    call["index"] = index;
                }
                choice["delta"] = message;
            }
            return $"data: {answer.ToJsonString()}\n\ndata: [DONE]\n\n";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new ModelCallException(ModelFailure.Garbled);
        }
    }
}
