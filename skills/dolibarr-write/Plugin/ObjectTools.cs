using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The functions that are the same for every resource that has none of its own: however many there are, the list stays as
/// long.
/// </summary>
internal static class ObjectTools
{
    private const int MostFound = 5;

    private static readonly ToolParameter Entered = Among(ObjectSkill.Entered);
    private static readonly ToolParameter Found = Among(ObjectSkill.Found);
    private static readonly ToolParameter Kept = Among(ObjectSkill.Kept);
    private static readonly ToolParameter Shown = Among([ThirdPartyFields.Resource, SupplierInvoiceFields.Resource, .. ObjectSkill.Kept]);
    private static readonly ToolParameter Given = new("fields", FieldsArgument.Schema, IsRequired: true);
    private static readonly ToolParameter Id = ToolParameter.Text("id", "or opN").Required;

    public static IEnumerable<Tool> Of(Skill skill) =>
    [
        new Tool("describe_resource", "The fields of a resource.", [Entered], (arguments, _) =>
            WithResourceAsync(arguments, ObjectSkill.Entered, resource => Task.FromResult(Described(resource)))),
        new Tool("find_objects", "Find objects by their keys.", [Found, Given], (arguments, cancel) =>
            WithFieldsAsync(arguments, ObjectSkill.Found, async (resource, fields) =>
            ToolJson.Of(await skill.Objects.FindAsync(resource, fields, cancel), (writer, found) => List(writer, skill, resource, found)))),
        new Tool("get_object", "Get one object, an invoice with its lines.", [Shown, Id], (arguments, cancel) => GetAsync(skill, arguments, cancel)),
        new Tool("create_object", "Create an object.", [Entered, Given], (arguments, cancel) =>
            WithFieldsAsync(arguments, ObjectSkill.Entered, async (resource, fields) =>
            DoneJson.Of(skill, await skill.Objects.CreateAsync(resource, fields, cancel)))) { Writes = true },
        new Tool("update_object", "Change fields of an object.", [Kept, Id, Given], (arguments, cancel) =>
            WithFieldsAsync(arguments, ObjectSkill.Kept, async (resource, fields) =>
            DoneJson.Of(skill, await skill.Objects.UpdateAsync(resource, arguments.Needed("id"), fields, cancel)))) { Writes = true },
    ];

    private static ToolParameter Among(ImmutableArray<Resource> resources) =>
        ToolParameter.Choice("resource", [.. resources.Select(resource => resource.Name)]).Required;

    private static Task<string> GetAsync(Skill skill, ToolArguments arguments, CancellationToken cancel)
    {
        var id = arguments.Needed("id");
        return arguments.Text("resource")?.Trim() switch
        {
            "thirdparty" => arguments.ThenAsync(() => ReadingTools.ThirdPartyAsync(skill, id, cancel)),
            "supplierInvoice" => arguments.ThenAsync(() => ReadingTools.InvoiceAsync(skill, id, cancel)),
            _ => WithResourceAsync(arguments, ObjectSkill.Kept, async resource =>
                ToolJson.Of(await skill.Objects.GetAsync(resource, id, cancel), (writer, found) =>
            {
                writer.WriteString("note", ToolJson.Note);
                Row(writer, skill, resource, new ShownObject(found, false));
            })),
        };
    }

    private static Task<string> WithResourceAsync(
        ToolArguments arguments, ImmutableArray<Resource> among, Func<Resource, Task<string>> next)
    {
        var resource = arguments.Resource("resource", among);
        return arguments.ThenAsync(() => next(resource!));
    }

    private static Task<string> WithFieldsAsync(
        ToolArguments arguments, ImmutableArray<Resource> among, Func<Resource, Fields, Task<string>> next)
    {
        var resource = arguments.Resource("resource", among);
        var fields = resource is null ? Fields.None : arguments.Fields("fields", resource);
        return arguments.ThenAsync(() => next(resource!, fields));
    }

    private static string Described(Resource resource) => ToolJson.Object(writer =>
    {
        writer.WriteString("resource", resource.Name);
        writer.WriteString("find_by", string.Join(", ", ObjectSkill.FindBy(resource)));
        writer.WriteStartObject("fields");
        foreach (var field in resource.Fields.All.Where(field => field.Settable))
        {
            writer.WriteString(field.Name, string.Join(", ", Words(field)));
        }
        writer.WriteEndObject();
    });

    private static IEnumerable<string> Words(Field field)
    {
        yield return field.Type switch
        {
            FieldType.Reference => $"id of a {Catalogue.Named(field.Target)!.Title.English}, or opN",
            FieldType.Choice => string.Join(" or ", field.Choices.Where(choice => choice.MayBeAsked).Select(choice => choice.Word)),
            FieldType.Flag => "true or false",
            FieldType.Country => "two letters",
            FieldType.Color => "six hexadecimal digits",
            FieldType.Date => "YYYY-MM-DD",
            FieldType.Prose => "text of several lines",
            _ when field.IsNumber => "number as text",
            _ => field.MaxLength > 0 ? FormattableString.Invariant($"text to {field.MaxLength}") : "text",
        };
        if (field.IsNeeded)
        {
            yield return "needed";
        }
        if (!field.IsChangeable)
        {
            yield return "not changed later";
        }
    }

    private static void List(Utf8JsonWriter writer, Skill skill, Resource resource, ImmutableArray<DolibarrObject> found)
    {
        if (!found.IsEmpty)
        {
            writer.WriteString("note", ToolJson.Note);
        }
        writer.WriteNumber("found", found.Length);
        writer.WriteStartArray("list");
        foreach (var one in found.Take(MostFound))
        {
            writer.WriteStartObject();
            Row(writer, skill, resource, new ShownObject(one, true));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (found.Length > MostFound)
        {
            writer.WriteNumber("not_shown", found.Length - MostFound);
        }
    }

    /// <summary>An object: in a list by what it is known by, alone with all that it holds.</summary>
    private static void Row(Utf8JsonWriter writer, Skill skill, Resource resource, ShownObject one)
    {
        if (one.Object.Id > 0)
        {
            writer.WriteString("id", skill.Objects.HandleOf(resource.Name, one.Object.Id));
        }
        foreach (var (name, id) in one.Object.Ids)
        {
            writer.WriteString(name, skill.Objects.HandleOf(resource.Fields[name]!.Target, id));
        }
        foreach (var (name, value) in one.Object.Held.Where(name => one.Object.Held[name] is FieldValue.Flag))
        {
            writer.WriteBoolean(name, ((FieldValue.Flag)value).Value);
        }
        ToolJson.Data(writer, DataFrom.Dolibarr, [.. (one.IsInList && one.Object.Id > 0 ? resource.KnownBy : [.. one.Object.Held.Names])
            .Select(name => new DataMember(name, one.Object.Held.TextOf(name)))]);
    }

    private sealed record ShownObject(DolibarrObject Object, bool IsInList);
}
