using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Recording;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The changeset and its end.</summary>
internal static class ChangesetTools
{
    public static IEnumerable<Tool> Of(Skill skill) =>
    [
        new Tool("show_changeset", "Show what was done so far, with warnings.", [], (_, _) => Task.FromResult(Show(skill))),
        new Tool("finish_changeset", "End the work: a person then reviews it. Call it once, when all is done.", [],
            async (_, cancel) => ToolJson.Of(await skill.Changeset.FinishAsync(cancel), Finished)) { Writes = true },
        new Tool("discard_changeset", "Take back everything that was done since the last finish.", [],
            async (_, cancel) => ToolJson.Of(await skill.Changeset.DiscardAsync(cancel), Discarded)) { Writes = true },
    ];

    private static string Show(Skill skill) => skill.Changeset.Current is { } changeset
        ? ToolJson.Object(writer => ChangesetSummary.Write(writer, changeset))
        : ToolJson.Refused([new Problem(Codes.NothingRecorded, "changeset", "", "Nothing has been done yet: do something first.")]);

    private static void Finished(Utf8JsonWriter writer, EndResult.Ended ended)
    {
        writer.WriteString("note", ToolJson.Note);
        writer.WriteString("finished", ended.Changeset.Id);
        writer.WriteNumber("operations", ended.Changeset.Operations.Length);
        writer.WriteNumber("warnings", ended.Changeset.Warnings.Length);
        writer.WriteString("do", "Tell the person what was done, what was not, and every warning. A person reviews and replays it.");
        ToolJson.Data(writer, DataFrom.Changeset, new DataMember("path", ended.Path));
    }

    private static void Discarded(Utf8JsonWriter writer, EndResult.Ended ended)
    {
        writer.WriteString("discarded", ended.Changeset.Id);
        if (!ended.LeftBehind.IsEmpty)
        {
            writer.WriteString("note", ToolJson.Note);
            writer.WriteStartArray("left_behind");
            foreach (var problem in ended.LeftBehind)
            {
                writer.WriteStartObject();
                ToolJson.Problem(writer, problem);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
    }
}
