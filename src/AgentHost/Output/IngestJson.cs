using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>What came of an ingest, as one line: <c>changeset</c>, <c>operations</c>, <c>warnings</c>, and <c>problems</c> where it was refused.</summary>
internal static class IngestJson
{
    public static string Of(IngestResult result) => Json.Line(writer => Write(writer, result));

    /// <summary>The same members, into an object that is open.</summary>
    public static void Write(Utf8JsonWriter writer, IngestResult result)
    {
        var entered = result as IngestResult.Entered;
        writer.WriteString("changeset", entered?.Path);
        writer.WriteNumber("operations", entered?.Changeset.Operations.Length ?? 0);
        Write(writer, entered?.Changeset.Warnings ?? []);
        if (result is IngestResult.Refused refused)
        {
            ProblemLines.Write(writer, "problems", refused.Problems);
        }
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<Warning> warnings)
    {
        writer.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", warning.Code);
            writer.WriteString("on", warning.On);
            writer.WriteString("text", warning.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
