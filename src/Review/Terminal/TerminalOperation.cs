using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>One operation in a terminal.</summary>
internal static class TerminalOperation
{
    private static readonly VisibleText Same = Visible.Word("same");
    private static readonly VisibleText And = Visible.Word("and");
    private static readonly VisibleText NotReadBack = Visible.Word("not read back");

    public static IRenderable Of(ReviewOperation operation) => new Rows(
        new VisibleCell(operation.Id.And(operation.Heading).And(operation.Subject), Styles.Strong),
        Draw.Indented(new Rows(Parts(operation))));

    private static IEnumerable<IRenderable> Parts(ReviewOperation operation)
    {
        var lines = new[] { ("Rests on:", operation.From), ("Must not be there yet, by:", operation.Keys), ("File:", operation.File is { } file ? [file] : []) };
        foreach (var (words, names) in lines.Where(line => !line.Item2.IsEmpty))
        {
            yield return new VisibleCell(names.Skip(1).Aggregate(Labels.Own(words).And(names[0]), (all, name) => all.And(And).And(name)), Styles.Quiet);
        }
        if (!operation.Fields.IsEmpty)
        {
            yield return Fields(operation);
        }
        foreach (var rows in operation.Rows)
        {
            yield return Draw.Gap;
            yield return TerminalRows.Of(rows);
        }
        if (!operation.Comparisons.IsEmpty)
        {
            yield return Draw.Gap;
            yield return Comparisons(operation);
        }
        if (operation.Note is { } note)
        {
            yield return Draw.Gap;
            yield return new VisibleCell(Labels.Own("The agent's own words, which are no facts:"), Styles.Quiet);
            yield return Draw.Indented(new VisibleCell(note, Styles.Quiet));
        }
    }

    private static Table Fields(ReviewOperation operation)
    {
        var images = new (string Head, Func<ReviewField, VisibleText?> Of)[] { (operation.TakesAway ? "Goes away" : "Before", f => f.Before), ("Asked", f => f.Asked), ("On the sandbox", AfterOf) }
            .Where(image => operation.Fields.Any(field => image.Of(field) is not null && (image.Head != "On the sandbox" || operation.Fields.Any(f => f.After is not null))))
            .ToList();
        var table = Draw.Columns([new TableColumn(""), .. images.Select(image => Draw.Column(Labels.Own(image.Head)))]);
        foreach (var field in operation.Fields)
        {
            table.AddRow([new VisibleCell(field.Name, Styles.Quiet), .. images.Select(image => new VisibleCell(image.Of(field) ?? VisibleText.None))]);
        }
        return table;
    }

    private static VisibleText? AfterOf(ReviewField field) => field.IsStoredAsAsked ? Same : field.After ?? (field.IsReference ? null : NotReadBack);

    private static Rows Comparisons(ReviewOperation operation)
    {
        var table = Draw.Columns(
            new TableColumn(""), Draw.Column(Labels.Own("Document")), Draw.Column(Labels.Own("It says")), Draw.Column(Labels.Own("Entered")), Draw.Column(Labels.Own("")));
        foreach (var comparison in operation.Comparisons)
        {
            table.AddRow(
                new VisibleCell(comparison.Name, Styles.Quiet),
                new VisibleCell(comparison.Evidence),
                new VisibleCell(comparison.Says),
                new VisibleCell(comparison.Entered ?? NotReadBack),
                comparison.Agrees ? new VisibleCell(Labels.Own("agrees"), Styles.Good) : new VisibleCell(Labels.Own("DIFFERS"), Styles.Bad));
        }
        return new Rows(new VisibleCell(Labels.Own("Against the documents"), Styles.Quiet), table);
    }
}
