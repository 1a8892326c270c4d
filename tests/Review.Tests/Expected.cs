using System.Globalization;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

/// <summary>All that must be on any face of a changeset, as visible text.</summary>
internal static class Expected
{
    public static IEnumerable<string> Of(Changeset changeset, Language language)
    {
        var labels = Words.In(language).Labels;
        return Texts(changeset).Select(text => text.Length == 0 ? $"⟨{Words.In(language).Headings.Empty}⟩" : Visible.Of(text, language).ToString())
            .Concat(changeset.Operations.SelectMany(operation => Leaves.ImagesOf(operation).SelectMany(image => image.Where(name => image[name] is not FieldValue.Rows)).Select(field => labels.Field(operation.Resource, field.Key))).SelectMany(Parts))
            .Concat(changeset.Evidence.OfType<Evidence.File>().SelectMany(file => file.Says.Names).Select(labels.Fact).SelectMany(Parts))
            .Concat(changeset.Operations.SelectMany(Leaves.ImagesOf).SelectMany(image => image.Names.Select(image.RowsOf)).Where(rows => !rows.IsEmpty).Select(rows => rows.Length.ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> Texts(Changeset changeset) => changeset.Operations.Select(operation => operation.Id)
        .Concat(changeset.Operations.SelectMany(Leaves.ImagesOf).Select(WithoutEmptyCells).SelectMany(Leaves.Of))
        .Concat(changeset.Operations.Select(operation => operation.Note).OfType<string>())
        .Concat(changeset.Operations.SelectMany(operation => operation.From))
        .Concat(changeset.Evidence.SelectMany(OfEvidence))
        .Concat(changeset.Warnings.SelectMany(warning => new[] { warning.Code, warning.Text }))
        .Concat([changeset.Title, changeset.Id, changeset.Recorded.By, changeset.Recorded.Model ?? "", .. new[] { changeset.Recorded.Author }.OfType<string>(), changeset.Recorded.On.Instance, changeset.Recorded.On.Identity, changeset.Recorded.On.Dolibarr])
        .Where((text, _) => text != changeset.Title || text.Length > 0);

    // A column that nobody asked for and in which nothing stands is not drawn.
    private static Fields WithoutEmptyCells(Fields image) => image.Names.Aggregate(Fields.None, (fields, name) => fields.With(name, image[name] is FieldValue.Rows rows
        ? new FieldValue.Rows([.. rows.Items.Select(row => row.Where(cell => row[cell] is not FieldValue.Text { Value: "" }))])
        : image[name]!));

    private static IEnumerable<string> OfEvidence(Evidence evidence) => evidence switch
    {
        Evidence.Email mail => [mail.Id, mail.From!, mail.Subject!, mail.MessageId!, mail.Sha256.Hex[..16], mail.Size.ToString(CultureInfo.InvariantCulture)],
        Evidence.File file => [file.Id, file.Name, file.Sha256.Hex[..16], file.Size.ToString(CultureInfo.InvariantCulture), .. Leaves.Of(file.Says)],
        Evidence.Instruction said => [said.Id, said.Text],
        _ => [],
    };

    /// <summary>A face may set the voices of a text apart.</summary>
    private static IEnumerable<string> Parts(VisibleText text) => text.Parts.Select(part => part.Text).Where(part => part != " ");
}
