using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>One operation in a terminal.</summary>
internal sealed class TerminalOperation(Words words)
{
    private readonly Headings headings = words.Headings;

    public IRenderable Of(ReviewOperation operation) => new Stacked(
        new VisibleCell(operation.Id.And(operation.Heading).And(operation.Subject), Styles.Strong),
        Draw.Indented(new Stacked(Parts(operation))));

    private IEnumerable<IRenderable> Parts(ReviewOperation operation)
    {
        var lines = new[] { (headings.RestsOn, operation.From), (headings.MustNotBeThere, operation.Keys), (headings.AttachedFile, operation.File is { } file ? [file] : []) };
        foreach (var (heading, names) in lines.Where(line => !line.Item2.IsEmpty))
        {
            yield return new VisibleCell(VisibleText.Joined([words.Introducing(heading), names[0], .. names.Skip(1).SelectMany(name => new[] { Visible.Word(headings.And), name })]), Styles.Quiet);
        }
        if (!operation.Fields.IsEmpty)
        {
            yield return Fields(operation);
        }
        foreach (var rows in operation.Rows)
        {
            yield return Draw.Gap;
            yield return TerminalRows.Of(rows, words);
        }
        if (!operation.Comparisons.IsEmpty)
        {
            yield return Draw.Gap;
            yield return Comparisons(operation);
        }
        if (operation.Note is { } note)
        {
            yield return Draw.Gap;
            yield return new VisibleCell(words.Introducing(headings.AgentsWords), Styles.Quiet);
            yield return Draw.Indented(new VisibleCell(note, Styles.Quiet));
        }
    }

    private Table Fields(ReviewOperation operation)
    {
        var images = new ImagesInWords(operation, words).Shown;
        var table = Draw.Columns([new TableColumn(""), .. images.Select(image => Draw.Column(image.Head))]);
        foreach (var field in operation.Fields)
        {
            table.AddRow([new VisibleCell(field.Name, Styles.Quiet), .. images.Select(image => new VisibleCell(image.Of(field)))]);
        }
        return table;
    }

    private Stacked Comparisons(ReviewOperation operation)
    {
        var table = Draw.Columns(
            new TableColumn(""), Draw.Column(Words.Own(headings.Document)), Draw.Column(Words.Own(headings.ItSays)), Draw.Column(Words.Own(headings.Entered)), Draw.Column(VisibleText.None));
        foreach (var comparison in operation.Comparisons)
        {
            table.AddRow(
                new VisibleCell(comparison.Name, Styles.Quiet),
                new VisibleCell(comparison.Evidence),
                comparison.ReadAt is { } readAt ? new Stacked(new VisibleCell(comparison.Says), new VisibleCell(readAt, Styles.Quiet))
                    : new VisibleCell(comparison.Says),
                new VisibleCell(comparison.Entered ?? Visible.Word(headings.NotReadBack)),
                comparison.Agrees ? new VisibleCell(Words.Own(headings.Agrees), Styles.Good) : new VisibleCell(Words.Own(headings.Differs), Styles.Bad));
        }
        return new Stacked(new VisibleCell(Words.Own(headings.AgainstDocuments), Styles.Quiet), table);
    }
}
