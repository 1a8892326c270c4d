using System.Globalization;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>One value that objects of a resource are looked for by. Values that mean the same there are equal.</summary>
/// <param name="Field">The field that holds it; empty for our marker.</param>
/// <param name="Value">In the spelling that is compared; an id where the field names another object.</param>
public sealed record ObjectLook
{
    private ObjectLook(string field, string value) => (Field, Value) = (field, value);

    /// <summary>The field that holds the value; empty for our marker.</summary>
    public string Field { get; }

    /// <summary>In the spelling that is compared; an id where the field names another object.</summary>
    public string Value { get; }

    /// <summary>By our marker, exactly.</summary>
    public static ObjectLook Marked(string marker) => new("", marker);

    /// <summary>By what a field holds.</summary>
    public static ObjectLook For(Field field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(field.Name, Normal.Of(field.Type, value));
    }

    /// <summary>By the object that a field names.</summary>
    public static ObjectLook For(Field field, long id)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(field.Name, id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Every look-up that finds an object.</summary>
    public static IEnumerable<ObjectLook> ThatFind(Resource resource, DolibarrObject found)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(found);
        return resource.Fields.All.Where(field => field.Column.Length > 0)
            .Select(field => field.Type == FieldType.Reference
                ? found.Ids.TryGetValue(field.Name, out var id) ? For(field, id) : null
                : found.Held.TextOf(field.Name) is { Length: > 0 } text ? For(field, text) : null)
            .OfType<ObjectLook>()
            .Append(Marked(found.Marker));
    }

    /// <summary>Finds at least what is looked for.</summary>
    internal Filter FilterIn(Resource resource)
    {
        if (Field.Length == 0)
        {
            return Filter.Holds(Column.Marker, Value);
        }
        var field = resource.Fields[Field]!;
        var column = Column.Of(field);
        return field.Type switch
        {
            FieldType.Reference => Filter.Is(column, long.Parse(Value, CultureInfo.InvariantCulture)),
            // As Dolibarr keeps it: in small letters.
            FieldType.Email => Filter.Contains(column, Value),
            _ => Filter.HoldsSpaced(column, Value),
        };
    }
}
