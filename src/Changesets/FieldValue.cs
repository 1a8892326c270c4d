using System.Collections.Immutable;

namespace DolibarrAgent.Changesets;

/// <summary>
/// What a field holds. Amounts, quantities and rates are text (<c>"10.50"</c>), dates are <c>YYYY-MM-DD</c>: what a
/// text means is the resource's matter, not the file's. There is no number, so no Dolibarr id has a place here.
/// </summary>
public abstract record FieldValue
{
    private FieldValue() { }

    /// <summary>Whether it is not there, or a text of blanks alone.</summary>
    public static bool IsBlank(FieldValue? value) => value is null || (value is Text text && string.IsNullOrWhiteSpace(text.Value));

    public sealed record Text(string Value) : FieldValue;

    public sealed record Flag(bool Value) : FieldValue;

    /// <summary>Names another object: the supplier of an invoice.</summary>
    public sealed record To(Reference Reference) : FieldValue;

    /// <summary>Rows in order, each with fields of its own: the lines of an invoice.</summary>
    public sealed record Rows(ImmutableArray<Fields> Items) : FieldValue
    {
        public bool Equals(Rows? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Length;
    }
}
