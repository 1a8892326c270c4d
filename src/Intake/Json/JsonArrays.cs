using System.Text.Json;

namespace DolibarrAgent.Intake;

/// <summary>Arrays of objects as members of a JSON object.</summary>
internal static class JsonArrays
{
    /// <summary>One object for each item; <paramref name="members"/> writes what stands in it.</summary>
    public static void Objects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> members)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            members(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
