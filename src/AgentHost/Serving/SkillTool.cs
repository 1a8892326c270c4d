using System.Text.Json;
using Microsoft.SemanticKernel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// A function of the plugin as a tool: with its own name, for a client puts the server's before it and the skill's text
/// names functions so, its description and its schema. What it takes is checked behind it, by the skill.
/// </summary>
internal sealed class SkillTool(KernelFunction function) : McpServerTool
{
    // Without services and without filters: nothing of the kernel stands between the client and the skill.
    private static readonly Kernel Bare = new();

    public override Tool ProtocolTool { get; } = new() { Name = function.Metadata.Name, Description = function.Description, InputSchema = SchemaOf(function.Metadata.Parameters) };

    public override IReadOnlyList<object> Metadata { get; } = [];

    /// <summary>The skill's JSON as it is. A refusal is an error of the tool and not of the protocol, so that a model reads how to fix its call.</summary>
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancel = default)
    {
        var result = await function.InvokeAsync(Bare, ArgumentsOf(request.Params), cancel);
        // Whoever cancelled the call waits for no answer, and the protocol wants none.
        cancel.ThrowIfCancellationRequested();
        var text = result.GetValue<string>()!;
        return new CallToolResult { Content = [new TextContentBlock { Text = text }], IsError = IsRefusal(text) };
    }

    /// <summary>As a model's endpoint gets it from the kernel. The kernel's own schema of a function repeats its description in a member that no schema has.</summary>
    private static JsonElement SchemaOf(IReadOnlyList<KernelParameterMetadata> parameters)
    {
        using var schema = JsonDocument.Parse(Json.Line(writer =>
        {
            writer.WriteString("type", "object");
            writer.WriteStartArray("required");
            foreach (var parameter in parameters.Where(p => p.IsRequired))
            {
                writer.WriteStringValue(parameter.Name);
            }
            writer.WriteEndArray();
            writer.WriteStartObject("properties");
            foreach (var parameter in parameters)
            {
                writer.WritePropertyName(parameter.Name);
                parameter.Schema!.RootElement.WriteTo(writer);
            }
            writer.WriteEndObject();
        }));
        return schema.RootElement.Clone();
    }

    /// <summary>The kernel takes two names that differ in case alone for one, and would lose an argument without a word.</summary>
    private static KernelArguments ArgumentsOf(CallToolRequestParams? call)
    {
        var arguments = new KernelArguments();
        foreach (var (name, value) in call?.Arguments ?? new Dictionary<string, JsonElement>())
        {
            if (!arguments.TryAdd(name, value))
            {
                throw new McpProtocolException("Two arguments have the same name but for its case.", McpErrorCode.InvalidParams);
            }
        }
        return arguments;
    }

    private static bool IsRefusal(string result)
    {
        using var document = JsonDocument.Parse(result);
        return document.RootElement.TryGetProperty("refused", out _);
    }
}
