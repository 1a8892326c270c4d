using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

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
            if ((Catalogue.Named(operation.Resource)?.NameIn(operation.Asked) ?? operation.After.TextOf(CommonFields.FileName) ?? (operation.DoneTo as Reference.Found)?.ToString()) is { } named)
            {
                ToolJson.Data(writer, DataFrom.Changeset, new DataMember("is", named));
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        Warnings(writer, ReviewPage.Of(changeset).Warnings);
    }

    /// <summary>All that a person's review warns of, what it finds by itself too.</summary>
    private static void Warnings(Utf8JsonWriter writer, ImmutableArray<ReviewWarning> warnings)
    {
        writer.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", warning.Code.ToString());
            writer.WriteString("on", warning.On.ToString());
            ToolJson.Data(writer, DataFrom.Check, "text", warning.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
