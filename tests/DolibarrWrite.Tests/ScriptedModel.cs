using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>An OpenAI endpoint that answers by a script: each turn sees the request and gives the next message. It chooses functions as a model does; nothing of the kernel's loop is replaced.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    private readonly WireMockServer server = WireMockServer.Start();
    private readonly IReadOnlyList<Func<JsonNode, JsonObject>> turns;

    public ScriptedModel(IReadOnlyList<Func<JsonNode, JsonObject>> turns)
    {
        this.turns = turns;
        server.Given(Request.Create().WithPath("/v1/chat/completions").UsingPost())
            .RespondWith(Response.Create().WithHeader("Content-Type", "application/json").WithBody(request => Answer(request.Body!)));
    }

    /// <summary>The requests as they were sent.</summary>
    public List<JsonNode> Requests { get; } = [];

    /// <summary>The results of functions that the last request brought, the newest last.</summary>
    public static IReadOnlyList<JsonNode> ResultsIn(JsonNode request) =>
        [.. request["messages"]!.AsArray().Where(m => m!["role"]!.GetValue<string>() == "tool").Select(m => JsonNode.Parse(m!["content"]!.GetValue<string>())!)];

    public static JsonNode LastResult(JsonNode request) => ResultsIn(request)[^1];

    /// <summary>A turn that calls a function of the plugin.</summary>
    public static JsonObject Calls(string function, JsonObject? arguments = null) => new()
    {
        ["role"] = "assistant",
        ["content"] = null,
        ["tool_calls"] = new JsonArray(new JsonObject
        {
            ["id"] = $"call_{Guid.NewGuid():N}"[..20],
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = $"dolibarr-{function}", ["arguments"] = (arguments ?? []).ToJsonString() },
        }),
    };

    /// <summary>A turn that ends the loop.</summary>
    public static JsonObject Says(string text) => new() { ["role"] = "assistant", ["content"] = text };

    public Kernel KernelWith(KernelPlugin plugin)
    {
        var builder = Kernel.CreateBuilder();
        builder.AddOpenAIChatCompletion("scripted", new Uri($"{server.Url}/v1"), "no-key");
        builder.Plugins.Add(plugin);
        return builder.Build();
    }

    public ValueTask DisposeAsync()
    {
        server.Stop();
        server.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Answer(string body)
    {
        var request = JsonNode.Parse(body)!;
        Requests.Add(request);
        var message = turns[Math.Min(Requests.Count, turns.Count) - 1](request);
        return new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1795000000,
            ["model"] = "scripted",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = message.ContainsKey("tool_calls") ? "tool_calls" : "stop" }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
        }.ToJsonString();
    }
}
