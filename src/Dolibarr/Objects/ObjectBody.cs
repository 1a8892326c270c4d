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
/// <param name="Ids">This server's numbers of what the fields name, by field.</param>
/// <param name="Marker">Our marker; null where it is not sent.</param>
[JsonConverter(typeof(ObjectBodyConverter))]
internal sealed record ObjectBody(Resource Resource, Fields Set, ImmutableDictionary<string, long> Ids, string? Marker);

internal sealed class ObjectBodyConverter : JsonConverter<ObjectBody>
{
    public override ObjectBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw LooseText.OneWay();

    public override void Write(Utf8JsonWriter writer, ObjectBody value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, asked) in value.Set)
        {
            var field = value.Resource.Fields[name] ?? throw new ArgumentException($"A {value.Resource.Name} has no field '{name}'; it should have been checked.", nameof(value));
            writer.WritePropertyName(field.WireId.Length > 0 ? field.WireId : field.Wire);
            Write(writer, field, asked, value.Ids);
            if (field.Meant is { } meant && value.Resource.Fields[meant.Field] is { } says)
            {
                writer.WriteString(says.Wire, WireOf(says, meant.Word));
            }
        }
        if (value.Marker is { } marker)
        {
            writer.WriteString("ref_ext", marker);
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Field field, FieldValue asked, ImmutableDictionary<string, long> ids)
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
            case FieldValue.Text text when field.Type == FieldType.Choice && long.TryParse(WireOf(field, text.Value), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumberValue(number);
                return;
            case FieldValue.Text text when field.Type == FieldType.Choice:
                writer.WriteStringValue(WireOf(field, text.Value));
                return;
            case FieldValue.Text text when field.IsNumber && text.Value.Length > 0:
                writer.WriteNumberValue(Normal.NumberOf(text.Value) ?? throw new ArgumentException($"'{field.Name}' is not a number; it should have been checked.", nameof(asked)));
                return;
            case FieldValue.Text text:
                writer.WriteStringValue(text.Value);
                return;
            default:
                throw new ArgumentException($"'{field.Name}' holds what is not sent in one call.", nameof(asked));
        }
    }

    private static string WireOf(Field field, string word) => field.Choices.First(choice => choice.Word == word).Wire;
}
