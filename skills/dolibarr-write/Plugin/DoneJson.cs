using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Recording;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>A write that was done, as a model sees it: the handle of what it made, the totals, and the warnings that it gave reason for.</summary>
internal static class DoneJson
{
    public static string Of(Skill skill, Result<RecordResult.Done> result) => ToolJson.Of(result, (writer, done) => Write(writer, skill, done.Operation));

    /// <summary>The same of one operation; its status is what it is now, where a later one changed it.</summary>
    public static void Write(Utf8JsonWriter writer, Skill skill, Operation operation)
    {
        ImmutableArray<Warning> warnings = [.. (skill.Changeset.Current?.Warnings ?? []).Where(w => w.On == operation.Id)];
        if (!warnings.IsEmpty)
        {
            writer.WriteString("note", ToolJson.Note);
        }
        writer.WriteString("done", operation.Id);
        writer.WriteString("did", $"{operation.Do} {operation.Resource}");
        foreach (var (name, total) in new[] { ("net", "totalExclTax"), ("vat", "totalVat"), ("gross", "totalInclTax"), ("status", "status") })
        {
            if ((name == "status" && IsValidated(skill, operation) ? "validated" : operation.After.TextOf(total)) is { } text)
            {
                writer.WriteString(name, text);
            }
        }
        Warnings(writer, warnings);
    }

    private static bool IsValidated(Skill skill, Operation made) =>
        skill.Changeset.Current?.Operations.Any(o => o is Operation.Validate { On: Reference.Created on } && on.Operation == made.Id) ?? false;

    public static void Warnings(Utf8JsonWriter writer, ImmutableArray<Warning> warnings)
    {
        if (warnings.IsEmpty)
        {
            return;
        }
        writer.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", warning.Code);
            if (warning.On is { } on)
            {
                writer.WriteString("on", on);
            }
            ToolJson.Data(writer, DataFrom.Check, new DataMember("text", warning.Text));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
