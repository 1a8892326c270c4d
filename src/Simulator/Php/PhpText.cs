using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>Values of a JSON body as PHP makes text of them, which is how they reach the database.</summary>
internal static class PhpText
{
    /// <summary>What PHP's <c>trim</c> removes.</summary>
    public static readonly char[] Blanks = [' ', '\t', '\n', '\r', '\0', '\v'];

    /// <summary>Null stays null; an array or object has no text and is given as <c>Array</c>.</summary>
    public static string? Of(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "1",
        JsonValueKind.False => "",
        JsonValueKind.Number => Number(value.ToJsonString()),
        _ => "Array",
    };

    public static string Trim(string text) => text.Trim(Blanks);

    /// <summary>PHP's idea of an empty value: nothing, <c>""</c> and <c>"0"</c>.</summary>
    public static bool IsEmpty(string? text) => text is null or "" or "0";

    private static string Number(string json) =>
        json.AsSpan().IndexOfAny('.', 'e', 'E') < 0
            ? json
            : double.Parse(json, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
}
