using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Fields of an object as a model gives them: a JSON object with the names of the resource's description; values are text, numbers or true and false.</summary>
internal static class FieldsArgument
{
    public const string Schema = """{"type":"object","description":"see describe_resource"}""";

    public static GivenFields Read(string json, string name, Resource resource)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } given)
            {
                return new GivenFields(Fields.None, [Wrong(name, resource)]);
            }
            var (fields, problems) = (Fields.None, ImmutableArray.CreateBuilder<Problem>());
            foreach (var member in given.EnumerateObject())
            {
                if (resource.Fields[member.Name] is not { Settable: true, Type: not FieldType.Rows } field)
                {
                    problems.Add(new Problem(Codes.UnknownArgument, name, $"A {resource.Title.English} has no field '{member.Name}'.", $"Use only: {Names(resource)}."));
                }
                else if (ValueOf(member.Value, field) is { } value)
                {
                    fields = fields.With(field.Name, value);
                }
                else
                {
                    problems.Add(new Problem(Codes.WrongForm, $"{name}.{field.Name}", "", field.Type == FieldType.Flag ? $"Give {field.Name} as true or false." : $"Give {field.Name} as text."));
                }
            }
            return problems.Count == 0 && fields.Count == 0 ? new GivenFields(fields, [Wrong(name, resource)]) : new GivenFields(fields, problems.ToImmutable());
        }
        catch (JsonException)
        {
            return new GivenFields(Fields.None, [Wrong(name, resource)]);
        }
    }

    private static FieldValue? ValueOf(JsonElement value, Field field) => (field.Type, value.ValueKind) switch
    {
        (FieldType.Flag, JsonValueKind.True or JsonValueKind.False) => new FieldValue.Flag(value.GetBoolean()),
        (FieldType.Flag, _) => null,
        (_, JsonValueKind.String) => new FieldValue.Text(value.GetString()!),
        (_, JsonValueKind.Number) => new FieldValue.Text(value.GetRawText()),
        _ => null,
    };

    private static Problem Wrong(string name, Resource resource) => new(Codes.WrongForm, name, "", $"Give an object with one or more of: {Names(resource)}.");

    private static string Names(Resource resource) => string.Join(", ", resource.Fields.All.Where(field => field.Settable).Select(field => field.Name));
}

/// <summary>Fields as they were given.</summary>
/// <param name="Problems">What is not well formed; empty where all is.</param>
internal sealed record GivenFields(Fields Fields, ImmutableArray<Problem> Problems);
