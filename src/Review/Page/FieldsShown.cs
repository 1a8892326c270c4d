using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The three images of an operation (before, asked, after), laid beside each other field by field.</summary>
internal sealed class FieldsShown(Operation operation, Wording wording, Evidence? attached)
{
    private readonly Labels labels = wording.Labels;
    private readonly Fields? before = operation is Operation.Create or Operation.Attach ? null : operation.Held;

    public ImmutableArray<ReviewField> Single => [.. attached is null ? [] : new EvidenceShown(wording).Attached(attached, operation.After), .. Names.Where(name => !HoldsRows(name)).Select(name => Field(name, labels.Field(operation.Resource, name), Images(name)))];

    public ImmutableArray<ReviewRows> Rows => [.. Names.Where(HoldsRows).Select(RowsOf)];

    private IEnumerable<string> Names => new[] { operation.Asked, before ?? Fields.None, operation.After }
        .SelectMany(image => image.Names)
        .Distinct(StringComparer.Ordinal)
        .Where(name => attached is null || name is not ("name" or "size" or "sha256") || operation.After[name] is not FieldValue.Text);

    private FieldValue?[] Images(string name) => [before?[name], operation.Asked[name], operation.After[name]];

    private bool HoldsRows(string name) => Images(name).All(value => value is null or FieldValue.Rows);

    private ReviewRows RowsOf(string name)
    {
        ImmutableArray<Fields>?[] images = [.. Images(name).Select(value => value is FieldValue.Rows rows ? rows.Items : (ImmutableArray<Fields>?)null)];
        var all = images.OfType<ImmutableArray<Fields>>().ToList();
        // A column that nobody asked for and in which nothing stands says nothing.
        List<string> columns = [.. all.SelectMany(rows => rows).SelectMany(row => row.Names).Distinct(StringComparer.Ordinal)
            .Where(column => operation.Asked.RowsOf(name).Any(row => row.Has(column)) || all.Any(rows => rows.Any(row => row[column] is not (null or FieldValue.Text { Value: "" }))))];
        return new ReviewRows(
            labels.Field(operation.Resource, name),
            [.. columns.Select(column => new ReviewColumn(labels.Column(operation.Resource, column), Labels.IsNumber(operation.Resource, column)))],
            [.. Enumerable.Range(0, all.Max(rows => rows.Length)).Select(i => columns.Select(column => Cell(column, images, i)).ToImmutableArray())],
            new RowCounts(images[0]?.Length, images[1]?.Length, images[2]?.Length))
        { Goes = operation.TakesAway };
    }

    private ReviewField? Cell(string column, ImmutableArray<Fields>?[] images, int row)
    {
        FieldValue?[] values = [.. images.Select(image => image is { } rows && row < rows.Length ? rows[row][column] : null)];
        return values is [null, null, null] ? null : Field(column, labels.Column(operation.Resource, column), values);
    }

    private ReviewField Field(string field, VisibleText name, FieldValue?[] images)
    {
        return new(name, Shown(images[0]), Shown(images[1]), Shown(images[2])) { IsReference = images[1] is FieldValue.To };

        VisibleText? Shown(FieldValue? value) => value is null ? null : wording.Value(operation.Resource, field, value);
    }
}
