using System.Text.Json;
using System.Text.Json.Serialization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>What Dolibarr means by the many ways in which it writes one value. Everything that it cannot mean is a <see cref="JsonException"/>.</summary>
internal static class Loose
{
    /// <summary>The text of a scalar: a string as it is, a number as written, null and false as empty.</summary>
    public static string Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString() ?? "",
        JsonTokenType.Number => NumberText(ref reader),
        JsonTokenType.Null or JsonTokenType.False => "",
        JsonTokenType.True => "1",
        _ => throw new JsonException($"A text was expected, not {reader.TokenType}."),
    };

    /// <summary>A whole number; null for nothing. <c>"1e+06"</c> is one million.</summary>
    public static long? Integer(ref Utf8JsonReader reader)
    {
        if (Decimal(ref reader) is not { } number)
        {
            return null;
        }

        return number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : throw new JsonException($"A whole number was expected, not {Decimals.Text(number)}.");
    }

    /// <summary>A decimal without trailing zeros; null for nothing. Never through a double.</summary>
    public static decimal? Decimal(ref Utf8JsonReader reader)
    {
        var text = Text(ref reader);
        if (text.Length == 0)
        {
            return null;
        }

        return Decimals.OfMachine(text) is { } number ? Decimals.Shortest(number) : throw new JsonException("A number was expected.");
    }

    /// <summary>True for 1, "1" and true; false for 0, "0", false, "" and null.</summary>
    public static bool Flag(ref Utf8JsonReader reader) => Decimal(ref reader) is { } number && number != 0;

    /// <summary>A day, from <c>YYYY-MM-DD</c> or from the seconds of its midnight in the server's zone; null for nothing.</summary>
    public static DateOnly? Day(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && Days.AtStartOf(reader.GetString()!) is { } day)
        {
            return day;
        }

        return Integer(ref reader) switch
        {
            null or 0 => null,
            { } midnight => UnixSeconds.Day(midnight) ?? throw new JsonException("A date was expected."),
        };
    }

    /// <summary>The items of a list, none of which may be null.</summary>
    public static IEnumerable<T> Each<T>(IEnumerable<T> items)
        where T : class =>
        items.Select(item => item ?? throw new JsonException("A list has nothing for an item."));

    private static string NumberText(ref Utf8JsonReader reader) =>
        System.Text.Encoding.UTF8.GetString(reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan);
}

internal sealed class LooseText : JsonConverter<string>
{
    public override bool HandleNull => true;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Loose.Text(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw OneWay();

    internal static NotSupportedException OneWay() => new("What is tolerant on the way in is never used on the way out.");
}

internal sealed class LooseInteger : JsonConverter<long?>
{
    public override bool HandleNull => true;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Loose.Integer(ref reader);

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) => throw LooseText.OneWay();
}

internal sealed class LooseDecimal : JsonConverter<decimal?>
{
    public override bool HandleNull => true;

    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Loose.Decimal(ref reader);

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options) => throw LooseText.OneWay();
}

internal sealed class LooseFlag : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Loose.Flag(ref reader);

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => throw LooseText.OneWay();
}

internal sealed class LooseDay : JsonConverter<DateOnly?>
{
    public override bool HandleNull => true;

    public override DateOnly? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Loose.Day(ref reader);

    public override void Write(Utf8JsonWriter writer, DateOnly? value, JsonSerializerOptions options) => throw LooseText.OneWay();
}
