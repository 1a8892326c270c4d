using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>A changeset in few words, for a model. A person's review is another thing, with all that it needs.</summary>
internal static class ChangesetSummary
{
    public static void Write(Utf8JsonWriter writer, Changeset changeset)
    {
        writer.WriteString("note", ToolJson.Note);
        writer.WriteString("changeset", changeset.Id);
        writer.WriteString("state", changeset.State.ToString().ToLowerInvariant());
        writer.WriteStartArray("operations");
        foreach (var operation in changeset.Operations)
        {
            writer.WriteStartObject();
            writer.WriteString("op", operation.Id);
            writer.WriteString("did", $"{operation.Do} {operation.Resource}");
            if (operation.DoneTo is Reference.Created created)
            {
                writer.WriteString("on", created.Operation);
            }
            if (operation.After.TextOf("totalInclTax") is { } gross)
            {
                writer.WriteString("gross", gross);
            }
            if ((operation.Asked.TextOf("name") ?? operation.Asked.TextOf("supplierReference") ?? operation.After.TextOf("name") ?? (operation.DoneTo as Reference.Found)?.ToString()) is { } named)
            {
                ToolJson.Data(writer, ("is", named));
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        DoneJson.Warnings(writer, changeset.Warnings);
    }
}
