using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>One value that objects of a resource are looked for by. Values that mean the same there are equal.</summary>
public sealed record ObjectLook
{
    private ObjectLook(string field, string value) => (Field, Value) = (field, value);

    /// <summary>The field that holds the value; empty for our marker.</summary>
    public string Field { get; }

    /// <summary>In the spelling that is compared; an id where the field names another object.</summary>
    public string Value { get; }

    /// <summary>
    /// Whether it is the company that is looked for, by the SIREN within the legal id that the field holds: with which a SIRET
    /// begins, whichever of its places it is, and with which a French VAT number ends.
    /// </summary>
    public bool IsOfCompany { get; private init; }

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

    /// <summary>By the company whose SIREN is within the legal id that a field holds; by less than nine digits nothing is found.</summary>
    public static ObjectLook ForCompany(Field field, string siren)
    {
        ArgumentNullException.ThrowIfNull(field);
        var bare = LegalIds.Bare(siren);
        return new(field.Name, bare.Length < LegalIds.SirenLength ? "" : bare[..LegalIds.SirenLength]) { IsOfCompany = true };
    }

    /// <summary>Every look-up that finds an object.</summary>
    public static IEnumerable<ObjectLook> ThatFind(Resource resource, DolibarrObject found)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(found);
        return resource.Fields.All.Where(field => field.Column.Length > 0)
            .SelectMany(field => Of(field, found))
            .Where(look => look.Value.Length > 0)
            .Append(Marked(found.Marker));
    }

    private static IEnumerable<ObjectLook> Of(Field field, DolibarrObject found)
    {
        if (field.Type == FieldType.Reference)
        {
            return found.Ids.TryGetValue(field.Name, out var id) ? [For(field, id)] : [];
        }
        var text = found.Held.TextOf(field.Name) ?? "";
        return field.Type switch
        {
            FieldType.Siret => [For(field, text), ForCompany(field, text)],
            FieldType.VatNumber => [For(field, text), ForCompany(field, LegalIds.SirenOfVatNumber(text) ?? "")],
            _ => [For(field, text)],
        };
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
            // On file with blanks, asked for without, or the other way round: the same number.
            FieldType.Siren or FieldType.Siret or FieldType.VatNumber => Filter.Spells(column, Value),
            // As Dolibarr keeps it: in small letters.
            FieldType.Email => Filter.Contains(column, Value),
            _ => Filter.HoldsSpaced(column, Value),
        };
    }
}
