using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The values, references and operations of one changeset in words.</summary>
internal sealed class Wording(Changeset changeset)
{
    private static readonly VisibleText Empty = Visible.Word("empty");
    private static readonly VisibleText Yes = Visible.Word("yes");
    private static readonly VisibleText No = Visible.Word("no");
    private static readonly VisibleText End = Visible.Word("end");

    /// <summary>A text where nothing at all would be overlooked.</summary>
    public static VisibleText Text(string text) => text.Length == 0 ? Empty : Visible.Of(text);

    public VisibleText Value(FieldValue value) => value switch
    {
        FieldValue.Text text => Text(text.Value),
        FieldValue.Flag flag => flag.Value ? Yes : No,
        FieldValue.To to => Reference(to.Reference),
        FieldValue.Rows rows => rows.Items.Select(Row).Aggregate(Count(rows.Items.Length), (all, row) => all.And(row)),
        _ => throw new InvalidOperationException("A field's value is text, a flag, a reference or rows."),
    };

    public VisibleText Reference(Reference reference) => reference switch
    {
        Reference.Created created => Visible.Word($"made by {created.Operation}").And(changeset.OperationNamed(created.Operation) is { } operation ? Name(operation) : VisibleText.None),
        Reference.Found found => found.Keys.Aggregate(Visible.Word("found by"), (all, key) => all.And(Keyed(key))),
        _ => throw new InvalidOperationException("A reference is created or found."),
    };

    /// <summary>What is done to what kind of object.</summary>
    public static VisibleText Heading(Operation operation) => Labels.Own(operation switch
    {
        Operation.Create => "Create",
        Operation.Update => "Change",
        Operation.Attach => "Attach a file to",
        Operation.Validate => "Validate",
        Operation.Delete => "Delete",
        Operation.Detach => "Take a file off",
        _ => throw new InvalidOperationException("An operation is create, update, attach, validate, delete or detach."),
    }).And(Labels.Resource(operation.Resource));

    /// <summary>The object of an operation.</summary>
    public VisibleText Subject(Operation operation) => operation.DoneTo is { } reference ? Reference(reference) : Name(operation);

    /// <summary>What an operation makes, by the name or the number that it is given.</summary>
    private static VisibleText Name(Operation operation) =>
        (operation.Asked.TextOf("name") ?? operation.Asked.TextOf("supplierReference")) is { Length: > 0 } text ? Visible.Of(text) : VisibleText.None;

    private VisibleText Keyed(KeyValuePair<string, FieldValue> key)
    {
        var value = Visible.Word(Labels.Field(key.Key).ToString()).And(Value(key.Value));
        // What an inner reference is found by must not be taken for a key of the outer one.
        return key.Value is FieldValue.To ? value.And(End) : value;
    }

    private VisibleText Row(Fields row) => row.Aggregate(Visible.Word("row"), (all, field) => all.And(Keyed(field))).And(End);

    private static VisibleText Count(int rows) => Visible.Word(string.Create(CultureInfo.InvariantCulture, $"{rows} rows"));
}
