using System.Collections.Immutable;
using System.Text.Json;

namespace DolibarrAgent.Changesets;

/// <summary>The members of one object of a changeset.</summary>
internal sealed class Members(ChangesetReader reader, JsonElement element, string path, string[] known)
    : JsonMembers(element, path, reader.Report, known)
{
    public Digest Sha256(string name)
    {
        var text = Text(name);
        var digest = Digest.Parse(text);
        if (digest is null && text.Length > 0)
        {
            Report(Codes.NotADigest, name, $"'{text}' is not a SHA-256 in 64 lower-case hexadecimal digits.");
        }
        return digest ?? Digest.Of([]);
    }

    public Members Object(string name, string[] members) => new(reader, Find(name) ?? Missing(name, default(JsonElement)), At(name), members);

    public Fields Fields(string name) => Find(name) is { } value ? FieldsOf(value, At(name)) : Missing(name, Changesets.Fields.None);

    public Fields OptionalFields(string name) => Find(name) is { } value ? FieldsOf(value, At(name)) : Changesets.Fields.None;

    public Reference Reference(string name) =>
        Find(name) is { } value ? ReferenceOf(value, At(name)) : Missing<Reference>(name, new Reference.Created(""));

    private Fields FieldsOf(JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            reader.Report(Codes.NotFields, at, $"Fields by name are expected, {Kind(value)} is there.");
            return Changesets.Fields.None;
        }
        var fields = Changesets.Fields.None;
        foreach (var member in value.EnumerateObject())
        {
            fields = fields.With(member.Name, ValueOf(member.Value, $"{at}.{member.Name}"));
        }
        return fields;
    }

    private FieldValue ValueOf(JsonElement value, string at)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return new FieldValue.Text(value.GetString()!);
            case JsonValueKind.True or JsonValueKind.False:
                return new FieldValue.Flag(value.GetBoolean());
            case JsonValueKind.Object:
                return new FieldValue.To(ReferenceOf(value, at));
            case JsonValueKind.Array:
                return new FieldValue.Rows(ListOf(value, at, FieldsOf));
            default:
                reader.Report(Codes.NotAFieldValue, at, $"A field holds text, true or false, a reference or rows; {value.GetRawText()} is there. Amounts are text, and a number is never a reference.");
                return new FieldValue.Text("");
        }
    }

    private Reference ReferenceOf(JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() == 1)
        {
            if (value.TryGetProperty("created", out var created))
            {
                return new Reference.Created(TextOf(created, at + ".created"));
            }
            if (value.TryGetProperty("found", out var found))
            {
                return new Reference.Found(FieldsOf(found, at + ".found"));
            }
        }
        reader.Report(Codes.NotAReference, at, "A reference is { \"created\": operation } or { \"found\": keys }, and a number is never one.");
        return new Reference.Created("");
    }
}
