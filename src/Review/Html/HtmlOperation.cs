using System.Collections.Immutable;

namespace DolibarrAgent.Review;

/// <summary>One operation: what it does to what, its values, its rows, what the documents say, and the agent's words apart from all that.</summary>
internal static class HtmlOperation
{
    public static Html Of(ReviewOperation operation, string anchor, Anchors anchors, HtmlWords words) => Html.Of("article", [
        Html.Of("h3", Html.Of("span", operation.Id).Class("id"), " ", operation.Heading, " ", operation.Subject).With("id", $"{anchor}-h"),
        .. Lines(operation, anchors, words),
        .. operation.Comparisons.IsEmpty ? ImmutableArray<Html>.Empty : [Comparisons(operation.Comparisons, anchors, words)],
        .. operation.Fields.IsEmpty ? ImmutableArray<Html>.Empty : [HtmlFields.Of(operation, words)],
        .. operation.Rows.Select((rows, i) => HtmlRows.Of(rows, $"{anchor}-rows-{HtmlParts.Number(i + 1)}", words)),
        .. operation.Note is { } note ? [Note(note, words)] : ImmutableArray<Html>.Empty,
    ]).With("id", anchor).With("aria-labelledby", $"{anchor}-h").With("tabindex", "-1");

    private static IEnumerable<Html> Lines(ReviewOperation operation, Anchors anchors, HtmlWords words)
    {
        var lines = new (Html Name, IEnumerable<Html> Values)[]
        {
            (words.RestsOn, operation.From.Select(anchors.ToEvidence)),
            (words.NotThereBy, operation.Keys.Select(key => (Html)key)),
            (words.File, operation.File is { } file ? [anchors.ToEvidence(file)] : []),
        };
        var said = lines.Where(line => line.Values.Any()).Select(line => (line.Name, HtmlParts.Listed(line.Values))).ToList();
        return said.Count == 0 ? [] : [HtmlParts.Facts(said)];
    }

    private static Html Comparisons(ImmutableArray<Comparison> comparisons, Anchors anchors, HtmlWords words) => HtmlParts.Table(
        words.AgainstDocuments,
        [.. new[] { words.Field, words.Document, words.ItSays, words.Entered, words.Result }.Select(HtmlParts.Column)],
        comparisons.Select(comparison => ((Html)comparison.Name, (IEnumerable<Html>)[
            anchors.ToEvidence(comparison.Evidence),
            comparison.Says,
            comparison.Entered ?? Visible.Word(words.NotReadBack),
            comparison.Agrees ? Html.Of("span", words.Agrees).Class("yes") : Html.Of("span", words.Differs).Class("no"),
        ])));

    private static Html Note(VisibleText note, HtmlWords words) => Html.Of(
        "figure",
        Html.Of("figcaption", words.Note),
        Html.Of("blockquote", Html.Of("p", note)));
}
