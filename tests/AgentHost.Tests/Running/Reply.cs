using System.Text;
using System.Text.Json.Nodes;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>What a scripted endpoint answers with: a status, and a body that comes in pieces, ends or does not.</summary>
public sealed record Reply(int Status, string ContentType, IReadOnlyList<string> Pieces)
{
    /// <summary>Header lines besides the usual ones.</summary>
    public string Headers { get; init; } = "";

    /// <summary>True where the connection is closed behind the last piece as if the wire were cut.</summary>
    public bool Cut { get; init; }

    /// <summary>True where the last piece comes again and again, for ever.</summary>
    public bool Endless { get; init; }

    /// <summary>True where nothing more comes behind the last piece, and the connection stays.</summary>
    public bool Hangs { get; init; }

    /// <summary>A turn that calls a function of the plugin.</summary>
    public static Reply Calls(string function, JsonObject? arguments = null) => CallsAll((function, arguments));

    /// <summary>A turn that calls several.</summary>
    public static Reply CallsAll(params (string Function, JsonObject? Arguments)[] calls)
    {
        var pieces = new List<string> { Chunk(new JsonObject { ["role"] = "assistant", ["content"] = null }) };
        for (var index = 0; index < calls.Length; index++)
        {
            var text = (calls[index].Arguments ?? []).ToJsonString();
            pieces.Add(Chunk(Call(index, new JsonObject { ["name"] = $"dolibarr-{calls[index].Function}", ["arguments"] = "" }, $"call_{Guid.NewGuid():N}"[..20])));
            pieces.Add(Chunk(Call(index, new JsonObject { ["arguments"] = text[..(text.Length / 2)] })));
            pieces.Add(Chunk(Call(index, new JsonObject { ["arguments"] = text[(text.Length / 2)..] })));
        }
        return Stream([.. pieces, Chunk([], "tool_calls"), Usage(100), End]);
    }

    /// <summary>A turn that ends the loop.</summary>
    public static Reply Says(string text) => Stream([.. text.Split(' ').Select(word => Chunk(new JsonObject { ["content"] = word + " " })), Chunk([], "stop"), Usage(50), End]);

    public static Reply Fails(int status, string words, string headers = "") =>
        new(status, "application/json", [new JsonObject { ["error"] = new JsonObject { ["message"] = words } }.ToJsonString()]) { Headers = headers };

    public static Reply Stream(IReadOnlyList<string> pieces) => new(200, "text/event-stream", pieces);

    /// <summary>The same answer without what the endpoint would say of its cost.</summary>
    public Reply WithoutUsage() => this with { Pieces = [.. Pieces.Where(p => !p.Contains("total_tokens", StringComparison.Ordinal))] };

    /// <summary>Only its first pieces, then the wire is cut.</summary>
    public Reply CutAfter(int pieces) => this with { Pieces = [.. Pieces.Take(pieces)], Cut = true };

    /// <summary>In one piece, from an endpoint that does not stream.</summary>
    public static Reply Whole(JsonObject message) => new(200, "application/json",
    [
        new JsonObject
        {
            ["id"] = "chatcmpl-1", ["object"] = "chat.completion", ["created"] = 1795000000, ["model"] = "scripted",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = message.ContainsKey("tool_calls") ? "tool_calls" : "stop" }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
        }.ToJsonString(),
    ]);

    public static string Chunk(JsonObject delta, string? finish = null) => Event(new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }), null);

    public byte[] Head => Encoding.ASCII.GetBytes($"HTTP/1.1 {Status} Scripted\r\nContent-Type: {ContentType}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n{Headers}\r\n");

    private const string End = "data: [DONE]\n\n";

    private static string Usage(int tokens) => Event([], new JsonObject { ["prompt_tokens"] = tokens - 1, ["completion_tokens"] = 1, ["total_tokens"] = tokens });

    private static JsonObject Call(int index, JsonObject function, string? id = null)
    {
        var call = new JsonObject { ["index"] = index, ["function"] = function };
        if (id is not null)
        {
            (call["id"], call["type"]) = (id, "function");
        }
        return new JsonObject { ["tool_calls"] = new JsonArray(call) };
    }

    private static string Event(JsonArray choices, JsonObject? usage) => "data: " + new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1795000000,
        ["model"] = "scripted",
        ["choices"] = choices,
        ["usage"] = usage,
    }.ToJsonString() + "\n\n";
}
