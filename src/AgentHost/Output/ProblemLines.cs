using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>Problems as lines for a person, and as JSON.</summary>
internal static class ProblemLines
{
    public static async Task ShowAsync(ImmutableArray<Problem> problems, Terminal terminal)
    {
        foreach (var problem in problems)
        {
            await terminal.Error.WriteLineAsync($"agent: {Shown.Line(problem.Place)}: {Shown.Line(problem.Message)} {Shown.Line(problem.Remedy)} ({problem.Code})");
        }
    }

    public static void Write(Utf8JsonWriter writer, string name, ImmutableArray<Problem> problems)
    {
        writer.WriteStartArray(name);
        foreach (var problem in problems)
        {
            writer.WriteStartObject();
            writer.WriteString("code", problem.Code.Text);
            writer.WriteString("place", problem.Place);
            writer.WriteString("message", problem.Message);
            writer.WriteString("remedy", problem.Remedy);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
