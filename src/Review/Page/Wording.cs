using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

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
    public VisibleText Value(string resource, string field, FieldValue value) => value switch
    {
        FieldValue.Text { Value: var code } when Labels.Value(resource, field, code) is { } named => Text(code).And(Visible.Word(named)),
        FieldValue.Text text => Text(text.Value),
        FieldValue.Flag flag => Visible.Word(flag.Value ? words.Headings.Yes : words.Headings.No),
        FieldValue.To to => Reference(to.Reference, Catalogue.FieldOf(resource, field)?.Target ?? ""),
        FieldValue.Rows rows => VisibleText.Joined(rows.Items.Select(row => Row(resource, row)).Prepend(Count(rows.Items.Length))),
        _ => throw new InvalidOperationException("A field's value is text, a flag, a reference or rows."),
    };

    /// <summary>A value of no field, such as a document says one.</summary>
    public VisibleText Value(FieldValue value) => Value("", "", value);

    /// <param name="resource">What kind of object it names.</param>
    public VisibleText Reference(Reference reference, string resource) => reference switch
    {
        Reference.Created created => Visible.Word(words.Headings.MadeBy).And(Text(created.Operation)).And(changeset.OperationNamed(created.Operation) is { } operation ? Name(operation) : VisibleText.None),
        Reference.Found found => VisibleText.Joined(found.Keys.Select(key => Keyed(resource, key)).Prepend(Visible.Word(words.Headings.FoundBy))),
        _ => throw new InvalidOperationException("A reference is created or found."),
    };

    /// <summary>What is done to what kind of object.</summary>
    public VisibleText Heading(Operation operation) => words.Say.Heading(operation, Labels.Resource(operation.Resource));

    /// <summary>The object of an operation.</summary>
    public VisibleText Subject(Operation operation) => operation.DoneTo is { } reference ? Reference(reference, operation.Resource) : Name(operation);

    /// <summary>What an operation makes, by the name or the number that it is given.</summary>
    public VisibleText Name(Operation operation) =>
        Catalogue.Named(operation.Resource)?.NameIn(operation.Asked) is { } name ? Shown(name) : VisibleText.None;

    private VisibleText Keyed(string resource, KeyValuePair<string, FieldValue> key)
    {
        var value = Labels.Key(resource, key.Key).And(Value(resource, key.Key, key.Value));
        // What an inner reference is found by must not be taken for a key of the outer one.
        return key.Value is FieldValue.To ? value.And(End) : value;
    }

    private VisibleText Row(string resource, Fields row) => VisibleText.Joined([Visible.Word(words.Headings.Row), .. row.Select(key => Keyed(resource, key)), End]);

    private VisibleText Count(int rows) => Visible.Word(words.Say.Rows(rows));
}
