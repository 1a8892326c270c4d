using System.Collections.Immutable;
using System.Text.Json;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Opening documents of a folder that a person offers; none where nobody does.</summary>
internal static class FolderTools
{
    private const int MostNames = 50;

    public static IEnumerable<Tool> Of(Skill skill) => !skill.Documents.HasFolder ? [] :
    [
        new Tool("list_documents", "List the files that open_document may open.",
            [ToolParameter.Text("after", "last name of the list before, to go on")],
            (arguments, _) => Task.FromResult(ToolJson.Of(skill.Documents.NamesInFolder(), (writer, names) => Write(writer, names, arguments.Text("after") ?? "")))),
        new Tool("open_document", "Give one of these files to this session; then read it with read_email.",
            [ToolParameter.Text("name", "exactly as list_documents returns it").Required],
            async (arguments, cancel) => ToolJson.Of(await skill.Documents.OpenAsync(arguments.Needed("name"), cancel), (writer, document) => writer.WriteString("document", document.Handle))),
    ];

    private static void Write(Utf8JsonWriter writer, ImmutableArray<string> names, string after)
    {
        var left = names.Where(name => string.CompareOrdinal(name, after) > 0).ToList();
        writer.WriteString("note", ToolJson.Note);
        writer.WriteStartArray("files");
        foreach (var name in left.Take(MostNames))
        {
            writer.WriteStartObject();
            ToolJson.Data(writer, DataFrom.FileName, new DataMember("name", name));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (left.Count > MostNames)
        {
            writer.WriteNumber("more", left.Count - MostNames);
        }
    }
}
