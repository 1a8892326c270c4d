using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

/// <summary>A VAT rate as a line sends it: a number, or with a code of the server's own behind it, which a bare number would wipe.</summary>
[JsonConverter(typeof(VatOnWireConverter))]
internal sealed record VatOnWire(decimal Rate, string Code);

internal sealed class VatOnWireConverter : JsonConverter<VatOnWire>
{
    public override VatOnWire Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw LooseText.OneWay();

    public override void Write(Utf8JsonWriter writer, VatOnWire value, JsonSerializerOptions options)
    {
        if (value.Code.Length == 0)
        {
            writer.WriteNumberValue(value.Rate);
        }
        else
        {
            writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Rate} ({value.Code})"));
        }
    }
}

/// <summary>How a line's days are sent.</summary>
internal static class LineDay
{
    // At ten o'clock UTC it is that day in every zone from Tahiti to New Zealand. At midnight, which the server also
    // makes of a day as text, it is the day before wherever clocks are behind.
    private static readonly TimeOnly SameDayNearlyEverywhere = new(10, 0);

    /// <summary>Unix seconds; null for no day.</summary>
    public static long? Of(DateOnly? day) =>
        day is { } date ? new DateTimeOffset(date.ToDateTime(SameDayNearlyEverywhere), TimeSpan.Zero).ToUnixTimeSeconds() : null;
}
