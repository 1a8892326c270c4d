using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace DolibarrAgent.Changesets;

/// <summary>The members of one JSON object, read by name. A member that is unknown, absent or of another type is reported with its path.</summary>
internal sealed class Members
{
    private readonly ChangesetReader reader;
    private readonly JsonElement element;
    private readonly string path;

    public Members(ChangesetReader reader, JsonElement element, string path, string[] known)
    {
        this.reader = reader;
        this.element = element;
        this.path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            reader.Report("not-an-object", path, $"An object is expected, {Kind(element)} is there.");
            return;
        }
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name, StringComparer.Ordinal))
            {
                reader.Report("unknown-member", At(member.Name), $"The format has no member '{member.Name}' here.");
            }
        }
    }

    public string Text(string name) => OptionalText(name) ?? Missing(name, "");

    public string? OptionalText(string name) => Find(name) is { } value ? TextOf(value, At(name)) : null;

    public DateTimeOffset Time(string name) => OptionalTime(name) ?? Missing(name, default(DateTimeOffset));

    public DateTimeOffset? OptionalTime(string name)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }
        reader.Report("not-a-time", At(name), $"'{text}' is not a UTC time such as 2026-11-23T10:04:05Z.");
        return null;
    }

    public long Size(string name)
    {
        if (Find(name) is not { } value)
        {
            return Missing(name, 0L);
        }
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var size) && size >= 0)
        {
            return size;
        }
        reader.Report("not-a-size", At(name), $"A number of bytes is expected, {value.GetRawText()} is there.");
        return 0;
    }

    public Digest Sha256(string name)
    {
        var text = Text(name);
        var digest = Digest.Parse(text);
        if (digest is null && text.Length > 0)
        {
            reader.Report("not-a-digest", At(name), $"'{text}' is not a SHA-256 in 64 lower-case hexadecimal digits.");
        }
        return digest ?? Digest.Of([]);
    }

    public Members Object(string name, string[] known) => new(reader, Find(name) ?? Missing(name, default(JsonElement)), At(name), known);

    public ImmutableArray<T> List<T>(string name, Func<JsonElement, string, T> read) =>
        Find(name) is { } value ? ListOf(value, At(name), read) : Missing(name, ImmutableArray<T>.Empty);

    public ImmutableArray<T> OptionalList<T>(string name, Func<JsonElement, string, T> read) =>
        Find(name) is { } value ? ListOf(value, At(name), read) : [];

    public ImmutableArray<string> Texts(string name) => List(name, TextOf);

    public ImmutableArray<string> OptionalTexts(string name) => OptionalList(name, TextOf);

    public Fields Fields(string name) => Find(name) is { } value ? FieldsOf(value, At(name)) : Missing(name, Changesets.Fields.None);

    public Fields OptionalFields(string name) => Find(name) is { } value ? FieldsOf(value, At(name)) : Changesets.Fields.None;

    public Reference Reference(string name) =>
        Find(name) is { } value ? ReferenceOf(value, At(name)) : Missing<Reference>(name, new Reference.Created(""));

    private ImmutableArray<T> ListOf<T>(JsonElement value, string at, Func<JsonElement, string, T> read)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray().Select((item, i) => read(item, string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]")))];
        }
        reader.Report("not-a-list", at, $"A list is expected, {Kind(value)} is there.");
        return [];
    }

    private string TextOf(JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }
        reader.Report("not-text", at, $"A text is expected, {Kind(value)} is there.");
        return "";
    }

    private Fields FieldsOf(JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            reader.Report("not-fields", at, $"Fields by name are expected, {Kind(value)} is there.");
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
                reader.Report("not-a-field-value", at, $"A field holds text, true or false, a reference or rows; {value.GetRawText()} is there. Amounts are text, and a number is never a reference.");
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
        reader.Report("not-a-reference", at, "A reference is { \"created\": operation } or { \"found\": keys }, and a number is never one.");
        return new Reference.Created("");
    }

    private JsonElement? Find(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private T Missing<T>(string name, T instead)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            reader.Report("missing-member", At(name), $"The member '{name}' is missing.");
        }
        return instead;
    }

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
