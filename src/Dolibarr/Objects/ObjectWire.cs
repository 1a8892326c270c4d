using System.Collections.Immutable;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>An object as it comes, to be read by a description.</summary>
[JsonConverter(typeof(ObjectWireConverter))]
internal sealed record ObjectWire(JsonElement Members)
{
    /// <summary>Its number, where it says one.</summary>
    public long? Id => Members.ValueKind == JsonValueKind.Object ? Integer("id") : null;

    /// <summary>Null where it has no id, so is not an object. A missing member that every such object has is a <see cref="JsonException"/>.</summary>
    public DolibarrObject? ToObject(Resource resource)
    {
        if (Members.ValueKind != JsonValueKind.Object || Integer(resource.Api?.Grouped?.Id ?? "id") is not { } id || id <= 0)
        {
            return null;
        }
        var ids = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        var held = Fields.None;
        foreach (var field in resource.Fields.All.Where(field => field.Wire.Length > 0))
        {
            if (field.IsNeeded || field.Type == FieldType.Flag)
            {
                Need(field.Wire);
            }
            if (field.Type != FieldType.Reference)
            {
                held = held.With(field.Name, ValueOf(field));
            }
            else if (Integer(field.Wire) is { } named && named > 0)
            {
                ids.Add(field.Name, named);
            }
        }
        return new DolibarrObject(id, Text("ref_ext"), held, ids.ToImmutable())
        {
            IsOpen = resource.Api is not { Open: { Length: > 0 } open } || (Need(open) && Flag(open)),
            Created = UnixSeconds.Time(Integer(resource.Api!.Created)),
            Modified = UnixSeconds.Time(Integer(resource.Api!.Modified)),
        };
    }

    // A server that leaves it out says nothing of it, and nothing is not no.
    private bool Need(string member) => Members.TryGetProperty(member, out _) ? true : throw new JsonException($"It has no member '{member}'.");

    /// <summary>Whether a refused call left this row behind, with nothing in it but by what it is found.</summary>
    public bool IsLeftover(GroupedList list) => Text(list.Filled).Length == 0
        && (Read(list.Amount, (ref Utf8JsonReader reader) => Loose.Decimal(ref reader)) ?? 0) == 0;

    private FieldValue ValueOf(Field field) => field.Type switch
    {
        FieldType.Flag => new FieldValue.Flag(field.Yes.IsEmpty ? Flag(field.Wire) : Integer(field.Wire) is { } value && field.Yes.Contains(value)),
        FieldType.Date => new FieldValue.Text(Days.TextOrEmpty(Read(field.Wire, (ref Utf8JsonReader reader) => Loose.Day(ref reader)))),
        FieldType.Amount or FieldType.Price => new FieldValue.Text(Number(field) is { } amount ? Decimals.Money(amount) : ""),
        FieldType.Quantity or FieldType.Rate or FieldType.ExchangeRate => new FieldValue.Text(Number(field) is { } number ? Decimals.Text(number) : ""),
        FieldType.Choice => new FieldValue.Text(field.Choices.FirstOrDefault(choice => choice.Wire == Text(field.Wire))?.Word ?? "other"),
        FieldType.Iban => new FieldValue.Text(Normal.Of(field.Type, Text(field.Wire))),
        // Dolibarr keeps it as HTML; it is given as it was written.
        FieldType.Prose => new FieldValue.Text(WebUtility.HtmlDecode(Text(field.Wire))),
        _ => new FieldValue.Text(Text(field.Wire)),
    };

    private string Text(string member) => Read(member, (ref Utf8JsonReader reader) => Loose.Text(ref reader)) ?? "";

    private bool Flag(string member) => Read(member, (ref Utf8JsonReader reader) => Loose.Flag(ref reader));

    private long? Integer(string member) => Read(member, (ref Utf8JsonReader reader) => Loose.Integer(ref reader));

    private decimal? Number(Field field) => Read(field.Wire, (ref Utf8JsonReader reader) => Loose.Decimal(ref reader));

    private T? Read<T>(string member, Reading<T> read)
    {
        if (!Members.TryGetProperty(member, out var value))
        {
            return default;
        }
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value));
        reader.Read();
        return read(ref reader);
    }

    private delegate T? Reading<T>(ref Utf8JsonReader reader);
}

internal sealed class ObjectWireConverter : JsonConverter<ObjectWire>
{
    public override ObjectWire Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize(ref reader, Inbound.Default.JsonElement));

    public override void Write(Utf8JsonWriter writer, ObjectWire value, JsonSerializerOptions options) => throw LooseText.OneWay();
}
