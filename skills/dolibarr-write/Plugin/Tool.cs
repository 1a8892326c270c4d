using System.Collections.Immutable;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>One function as a model sees it, and what it does.</summary>
/// <param name="Name">In snake case.</param>
/// <param name="Description">Short and exact: the model reads it at every turn.</param>
/// <param name="Parameters">All that it takes; anything else is refused.</param>
/// <param name="RunAsync">Gives the result as JSON.</param>
internal sealed record Tool(string Name, string Description, ImmutableArray<ToolParameter> Parameters, Func<ToolArguments, CancellationToken, Task<string>> RunAsync)
{
    /// <summary>True where it may write.</summary>
    public bool Writes { get; init; }
}

/// <param name="Schema">Its JSON schema.</param>
internal sealed record ToolParameter(string Name, string Schema, bool IsRequired)
{
    public static ToolParameter Text(string name, string? description = null) => new(name, TypeOf("string", description), IsRequired: false);

    public static ToolParameter Flag(string name, string? description = null) => new(name, TypeOf("boolean", description), IsRequired: false);

    public static ToolParameter Choice(string name, params ImmutableArray<string> words) =>
        new(name, $$"""{"type":"string","enum":[{{string.Join(',', words.Select(word => $"\"{word}\""))}}]}""", IsRequired: false);

    public ToolParameter Required => this with { IsRequired = true };

    // Descriptions are ours and hold nothing that JSON would have to escape.
    private static string TypeOf(string type, string? description) =>
        description is null ? $$"""{"type":"{{type}}"}""" : $$"""{"type":"{{type}}","description":"{{description}}"}""";
}
