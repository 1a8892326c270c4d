using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The skill as functions of a Semantic Kernel. What they take is checked here and not by the kernel, which ignores
/// unknown arguments; what they return is short JSON in which text from outside stands in members called <c>data</c>.
/// </summary>
public static class DolibarrPlugin
{
    /// <summary>The plugin's name: a function is <c>dolibarr-find_third_parties</c> to a model.</summary>
    public const string Name = "dolibarr";

    /// <summary>All functions over one session. They may be called at the same time; they are done one at a time.</summary>
    public static KernelPlugin Of(Skill skill, ILogger log) => Of(skill, null, log);

    /// <summary>The same, with somebody who is asked before each call and told what came of it.</summary>
    public static KernelPlugin Of(Skill skill, IToolWatch? watch, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var boundary = new ToolBoundary(skill, watch, log);
        Tool[] tools = [.. ReadingTools.Of(skill), .. ThirdPartyTools.Of(skill), .. SupplierInvoiceTools.Of(skill), .. ObjectTools.Of(skill), .. DocumentTools.Of(skill), .. FolderTools.Of(skill), .. ChangesetTools.Of(skill)];
        return KernelPluginFactory.CreateFromFunctions(Name, "Suppliers, their contacts and supplier invoices in a Dolibarr sandbox, recorded for a person's review.", tools.Select(tool => Function(tool, boundary)));
    }

    private static KernelFunction Function(Tool tool, ToolBoundary boundary) => KernelFunctionFactory.CreateFromMethod(
        (KernelArguments arguments, CancellationToken cancel) => boundary.RunAsync(tool, arguments, cancel),
        PluginJson.Default.Options,
        new KernelFunctionFromMethodOptions
        {
            FunctionName = tool.Name,
            Description = tool.Description,
            Parameters = tool.Parameters.Select(parameter => new KernelParameterMetadata(parameter.Name, PluginJson.Default.Options)
            {
                IsRequired = parameter.IsRequired,
                Schema = KernelJsonSchema.Parse(parameter.Schema),
            }),
            ReturnParameter = new KernelReturnParameterMetadata(PluginJson.Default.Options) { ParameterType = typeof(string) },
        });
}

/// <summary>The types that cross the kernel's boundary.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PluginJson : JsonSerializerContext;
