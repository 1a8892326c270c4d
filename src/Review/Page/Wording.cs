using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The values, references and operations of one changeset in words.</summary>
internal sealed class Wording(Changeset changeset, Words words)
{
    public Words Words => words;

    public Labels Labels => words.Labels;

    /// <summary>A text where nothing at all would be overlooked.</summary>
    public VisibleText Text(string text) => words.Text(text);

    /// <summary>A text, or nothing.</summary>
    public VisibleText Shown(string text) => words.Shown(text);

    private VisibleText End => Visible.Word(words.Headings.End);

    /// <summary>The value of a field; one that our own format writes by a code has its name beside it.</summary>
    public VisibleText Value(string field, FieldValue value) =>
        value is FieldValue.Text { Value: var code } && Labels.Value(field, code) is { } named ? Value(value).And(Visible.Word(named)) : Value(value);

    public VisibleText Value(FieldValue value) => value switch
    {
        FieldValue.Text text => Text(text.Value),
        FieldValue.Flag flag => Visible.Word(flag.Value ? words.Headings.Yes : words.Headings.No),
        FieldValue.To to => Reference(to.Reference),
        FieldValue.Rows rows => VisibleText.Joined(rows.Items.Select(Row).Prepend(Count(rows.Items.Length))),
        _ => throw new InvalidOperationException("A field's value is text, a flag, a reference or rows."),
    };

    public VisibleText Reference(Reference reference) => reference switch
    {
        Reference.Created created => Visible.Word(words.Headings.MadeBy).And(Text(created.Operation)).And(changeset.OperationNamed(created.Operation) is { } operation ? Name(operation) : VisibleText.None),
        Reference.Found found => VisibleText.Joined(found.Keys.Select(Keyed).Prepend(Visible.Word(words.Headings.FoundBy))),
        _ => throw new InvalidOperationException("A reference is created or found."),
    };

    /// <summary>What is done to what kind of object.</summary>
    public VisibleText Heading(Operation operation) => words.Say.Heading(operation, Labels.Resource(operation.Resource));

    /// <summary>The object of an operation.</summary>
    public VisibleText Subject(Operation operation) => operation.DoneTo is { } reference ? Reference(reference) : Name(operation);

    /// <summary>What an operation makes, by the name or the number that it is given.</summary>
    public VisibleText Name(Operation operation) =>
        (operation.Asked.TextOf("name") ?? operation.Asked.TextOf("supplierReference") ?? operation.Asked.TextOf("iban")) is { Length: > 0 } text ? Shown(text) : VisibleText.None;

    private VisibleText Keyed(KeyValuePair<string, FieldValue> key)
    {
        var value = Labels.Key(key.Key).And(Value(key.Key, key.Value));
        // What an inner reference is found by must not be taken for a key of the outer one.
        return key.Value is FieldValue.To ? value.And(End) : value;
    }

    private VisibleText Row(Fields row) => VisibleText.Joined([Visible.Word(words.Headings.Row), .. row.Select(Keyed), End]);

    private VisibleText Count(int rows) => Visible.Word(words.Say.Rows(rows));
}
