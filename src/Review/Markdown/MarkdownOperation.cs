using System.Collections.Immutable;

namespace DolibarrAgent.Review;

/// <summary>One operation in Markdown.</summary>
internal static class MarkdownOperation
{
    public static void Write(ReviewOperation operation, Words words, MarkdownLines lines)
    {
        lines.Heading(3, operation.Id.And(operation.Heading).And(operation.Subject));
        RestsOn(operation, words, lines);
        Fields(operation, words, lines);
        foreach (var rows in operation.Rows)
        {
            Rows(rows, words, lines);
        }
        if (!operation.Comparisons.IsEmpty)
        {
            Comparisons(operation.Comparisons, words.Headings, lines);
        }
        if (operation.Note is { } note)
        {
            lines.Quoted(words.Introducing(words.Headings.AgentsWords).And(note));
        }
    }

    private static void RestsOn(ReviewOperation operation, Words words, MarkdownLines lines)
    {
        var (headings, and) = (words.Headings, Words.Own(words.Headings.And));
        var named = new[] { (headings.RestsOn, operation.From), (headings.MustNotBeThere, operation.Keys), (headings.AttachedFile, operation.File is { } file ? [file] : []) }
            .Where(line => !line.Item2.IsEmpty)
            .Select(line => VisibleText.Joined([words.Introducing(line.Item1), line.Item2[0], .. line.Item2.Skip(1).SelectMany(name => new[] { and, name })]))
            .ToList();
        if (named.Count > 0)
        {
            lines.List(named);
        }
    }

    private static void Fields(ReviewOperation operation, Words words, MarkdownLines lines)
    {
        if (operation.Fields.IsEmpty)
        {
            return;
        }
        var images = new ImagesInWords(operation, words).Shown;
        lines.Table(
            [new(Words.Own(words.Headings.Field), IsNumber: false), .. images.Select(image => new ReviewColumn(image.Head, IsNumber: false))],
            operation.Fields.Select(field => images.Select(image => image.Of(field)).Prepend(field.Name)));
    }

    private static void Rows(ReviewRows rows, Words words, MarkdownLines lines)
    {
        var said = new RowsInWords(rows, words);
        lines.List([said.Caption()]);
        lines.Table(
            [new(Words.Own("#"), IsNumber: true), .. rows.Columns],
            rows.Items.Select((row, i) => row.Select(said.Cell).Prepend(RowsInWords.Number(i))));
    }

    private static void Comparisons(ImmutableArray<Comparison> comparisons, Headings headings, MarkdownLines lines)
    {
        lines.Strong(Words.Own(headings.AgainstDocuments));
        lines.Table(
            [
                new(VisibleText.None, IsNumber: false),
                .. new[] { headings.Document, headings.ItSays, headings.Entered, headings.Result }.Select(head => new ReviewColumn(Words.Own(head), IsNumber: false)),
            ],
            comparisons.Select(comparison => new[]
            {
                comparison.Name, comparison.Evidence,
                comparison.ReadAt is { } readAt ? Sentence.Of($"{comparison.Says} ({readAt})") : comparison.Says,
                comparison.Entered ?? Visible.Word(headings.NotReadBack),
                Words.Own(comparison.Agrees ? headings.Agrees : headings.Differs),
            }));
    }
}
