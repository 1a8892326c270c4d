using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DolibarrAgent.Changesets;

/// <summary>Fields of one object by name, in the order in which they are written. Two are equal when names, order and values are.</summary>
public sealed class Fields : IEnumerable<KeyValuePair<string, FieldValue>>, IEquatable<Fields>
{
    private readonly ImmutableArray<KeyValuePair<string, FieldValue>> fields;

    private Fields(ImmutableArray<KeyValuePair<string, FieldValue>> fields) => this.fields = fields;

    public static Fields None { get; } = new([]);

    public int Count => fields.Length;

    public IEnumerable<string> Names => fields.Select(f => f.Key);

    public FieldValue? this[string name] => TryGet(name, out var value) ? value : null;

    /// <summary>The text of a field, or null where it is absent or no text.</summary>
    public string? TextOf(string name) => this[name] is FieldValue.Text text ? text.Value : null;

    /// <summary>The rows of a field, or none.</summary>
    public ImmutableArray<Fields> RowsOf(string name) => this[name] is FieldValue.Rows rows ? rows.Items : [];

    /// <summary>The object that a field names, or null.</summary>
    public Reference? ReferenceOf(string name) => this[name] is FieldValue.To to ? to.Reference : null;

    public bool Has(string name) => TryGet(name, out _);

    public bool TryGet(string name, [NotNullWhen(true)] out FieldValue? value)
    {
        foreach (var field in fields)
        {
            if (string.Equals(field.Key, name, StringComparison.Ordinal))
            {
                value = field.Value;
                return true;
            }
        }
        value = null;
        return false;
    }

    /// <summary>These fields with one more at the end, or with this one's value replaced where it stands.</summary>
    public Fields With(string name, FieldValue value)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (string.Equals(fields[i].Key, name, StringComparison.Ordinal))
            {
                return new Fields(fields.SetItem(i, KeyValuePair.Create(name, value)));
            }
        }
        return new Fields(fields.Add(KeyValuePair.Create(name, value)));
    }

    public Fields With(string name, string? text) => text is null ? this : With(name, new FieldValue.Text(text));

    public Fields With(string name, bool flag) => With(name, new FieldValue.Flag(flag));

    public Fields With(string name, Reference reference) => With(name, new FieldValue.To(reference));

    public Fields With(string name, IEnumerable<Fields> rows) => With(name, new FieldValue.Rows([.. rows]));

    /// <summary>These fields with all of the other's laid over them.</summary>
    public Fields With(Fields other) => other.Aggregate(this, (all, field) => all.With(field.Key, field.Value));

    public Fields Where(Func<string, bool> named) => new([.. fields.Where(f => named(f.Key))]);

    public bool Equals(Fields? other) => other is not null && fields.SequenceEqual(other.fields);

    public override bool Equals(object? obj) => Equals(obj as Fields);

    public override int GetHashCode() => fields.Length == 0 ? 0 : HashCode.Combine(fields.Length, fields[0].Key, TextOf(fields[0].Key));

    public IEnumerator<KeyValuePair<string, FieldValue>> GetEnumerator() => fields.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
