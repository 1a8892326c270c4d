using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>What is sent of an object: the fields that are asked for, by their description, and nothing else.</summary>
/// <param name="Resource">What the fields are of.</param>
/// <param name="Set">Checked before: a value that is not of its field's form is an error in this program.</param>
/// <param name="Ids">This server's numbers of what the fields name, by field; that of the object below which it stands too.</param>
/// <param name="Marker">Our marker; null where it is not sent.</param>
[JsonConverter(typeof(ObjectBodyConverter))]
internal sealed record ObjectBody(Resource Resource, Fields Set, ImmutableDictionary<string, long> Ids, string? Marker)
{
    /// <summary>What is sent for the field that has rows.</summary>
    public ImmutableArray<RowBody> Rows { get; init; } = [];
}

/// <summary>What is sent of a row of an object.</summary>
/// <param name="Fields">What the row may be sent with.</param>
/// <param name="Set">Checked before.</param>
/// <param name="Ids">This server's numbers of what the fields name, by field.</param>
[JsonConverter(typeof(RowBodyConverter))]
internal sealed record RowBody(FieldSet Fields, Fields Set, ImmutableDictionary<string, long> Ids);

internal sealed class ObjectBodyConverter : JsonConverter<ObjectBody>
{
    public override ObjectBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw LooseText.OneWay();

    public override void Write(Utf8JsonWriter writer, ObjectBody value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, asked) in value.Set)
        {
            var field = FieldsOnWire.FieldOf(value.Resource.Fields, name);
            if (asked is FieldValue.Rows)
            {
                writer.WriteStartArray(field.Wire);
                foreach (var row in value.Rows)
                {
                    FieldsOnWire.Write(writer, row, of => of.WireInNew);
                }
                writer.WriteEndArray();
            }
            else
            {
                FieldsOnWire.Write(writer, new FieldOnWire(field, field.Wire, asked), value.Ids);
            }
            if (field.Meant is { } meant && value.Resource.Fields[meant.Field] is { } says)
            {
                writer.WriteString(says.Wire, FieldsOnWire.WireOf(says, meant.Word));
            }
        }
        if (value.Marker is { } marker)
        {
            writer.WriteString("ref_ext", marker);
        }
        writer.WriteEndObject();
    }
}

/// <summary>A row by itself.</summary>
internal sealed class RowBodyConverter : JsonConverter<RowBody>
{
    public override RowBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw LooseText.OneWay();

    public override void Write(Utf8JsonWriter writer, RowBody value, JsonSerializerOptions options) => FieldsOnWire.Write(writer, value, of => of.WireAlone);
}

/// <summary>A field that is sent, under the name that it has there.</summary>
internal sealed record FieldOnWire(Field Field, string Name, FieldValue Asked);

/// <summary>How fields are written. Closed: what may not be asked for is never sent.</summary>
internal static class FieldsOnWire
{
    public static Field FieldOf(FieldSet fields, string name) => fields[name] is { Settable: true } field
        ? field
        : throw new ArgumentException($"'{name}' is not sent; it should have been checked.", nameof(name));

    /// <param name="nameOf">What a field is called here, where that is not its usual name.</param>
    public static void Write(Utf8JsonWriter writer, RowBody row, Func<Field, string> nameOf)
    {
        writer.WriteStartObject();
        foreach (var (name, asked) in row.Set)
        {
            var field = FieldOf(row.Fields, name);
            Write(writer, new FieldOnWire(field, nameOf(field) is { Length: > 0 } other ? other : field.Wire, asked), row.Ids);
        }
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, FieldOnWire sent, ImmutableDictionary<string, long> ids)
    {
        var (field, name, asked) = sent;
        writer.WritePropertyName(field.WireId.Length > 0 ? field.WireId : name);
        WriteValue(writer, field, asked, ids);
        if (field.Draws.Length > 0 && asked is FieldValue.Flag { Value: true })
        {
            writer.WriteString(field.Draws, "auto");
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, Field field, FieldValue asked, ImmutableDictionary<string, long> ids)
    {
        switch (asked)
        {
            case FieldValue.Flag flag:
                writer.WriteNumberValue(flag.Value ? 1 : 0);
                return;
            case FieldValue.To:
                writer.WriteNumberValue(ids[field.Name]);
                return;
            // Nothing has no number: 0 clears it.
            case FieldValue.Text text when field.WireId.Length > 0:
                writer.WriteNumberValue(text.Value.Length == 0 ? 0 : ids[field.Name]);
                return;
            case FieldValue.Text text when field.IsSentAsMoment:
                writer.WriteNumberValue(UnixSeconds.OfDay(DayOf(text.Value)));
                return;
            case FieldValue.Text text when field.Type == FieldType.Choice && long.TryParse(WireOf(field, text.Value), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumberValue(number);
                return;
            case FieldValue.Text text when field.Type == FieldType.Choice:
                writer.WriteStringValue(WireOf(field, text.Value));
                return;
            case FieldValue.Text text when field.IsNumber && text.Value.Length > 0:
                writer.WriteNumberValue(Decimals.Strict(text.Value) ?? throw new ArgumentException($"'{field.Name}' is not a number; it should have been checked.", nameof(asked)));
                return;
            case FieldValue.Text text when field.Type is FieldType.Iban or FieldType.Identifier:
                writer.WriteStringValue(Normal.Of(field.Type, text.Value));
                return;
            case FieldValue.Text text:
                writer.WriteStringValue(text.Value);
                return;
            default:
                throw new ArgumentException($"'{field.Name}' holds what is not sent in one call.", nameof(asked));
        }
    }

    private static DateOnly DayOf(string text) =>
        Days.Strict(text) ?? throw new ArgumentException($"'{text}' is not a day; it should have been checked.", nameof(text));

    public static string WireOf(Field field, string word) => field.Choices.First(choice => choice.Word == word).Wire;
}
