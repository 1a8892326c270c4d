using System.Collections.Immutable;

namespace DolibarrAgent.Review;

/// <summary>One operation: what it does to what, its values, its rows, what the documents say, and the agent's words apart from all that.</summary>
internal sealed class HtmlOperation(Anchors anchors, HtmlCrops crops, Words words)
{
    public Html Of(ReviewOperation operation, string anchor) => Html.Of("article", [
        Html.Of("h3", Html.Of("span", operation.Id).Class("id"), " ", operation.Heading, " ", operation.Subject).With("id", $"{anchor}-h"),
        .. Lines(operation),
        .. operation.Comparisons.IsEmpty ? ImmutableArray<Html>.Empty : [Comparisons(operation.Comparisons)],
        .. operation.Fields.IsEmpty ? ImmutableArray<Html>.Empty : [HtmlFields.Of(operation, words)],
        .. operation.Rows.Select((rows, i) => HtmlRows.Of(rows, $"{anchor}-rows-{HtmlParts.Number(i + 1)}", words)),
        .. operation.Note is { } note ? [Note(note)] : ImmutableArray<Html>.Empty,
    ]).With("id", anchor).With("aria-labelledby", $"{anchor}-h").With("tabindex", "-1");

    private IEnumerable<Html> Lines(ReviewOperation operation)
    {
        var lines = new (Html Name, IEnumerable<Html> Values)[]
        {
            (words.Headings.RestsOn, operation.From.Select(anchors.ToEvidence)),
            (words.Headings.MustNotBeThere, operation.Keys.Select(key => (Html)key)),
            (words.Headings.AttachedFile, operation.File is { } file ? [anchors.ToEvidence(file)] : []),
        };
        var said = lines.Where(line => line.Values.Any()).Select(line => new HtmlFact(line.Name, HtmlParts.Listed(line.Values))).ToList();
        return said.Count == 0 ? [] : [HtmlParts.Facts(said)];
    }

    /// <summary>What differs is open to the eye; what agrees is counted, and a click away.</summary>
    private Html Comparisons(ImmutableArray<Comparison> comparisons)
    {
        var (agree, differ) = (comparisons.Where(one => one.Agrees).ToImmutableArray(), comparisons.Where(one => !one.Agrees)
            .ToImmutableArray());
        return Html.All([
            differ.IsEmpty ? Html.None : Table(differ),
            agree.IsEmpty ? Html.None : Html.Of("details",
                Html.Of("summary", "✓ ", CardWords.Agree(agree.Length, words.Language)), Table(agree))
                .Class("agree").With("aria-label", words.Headings.AgainstDocuments),
        ]);
    }

    private Html Table(ImmutableArray<Comparison> comparisons) => HtmlParts.Table(
        words.Headings.AgainstDocuments,
        [.. new[] { words.Headings.Field, words.Headings.Document, words.Headings.ItSays, words.Headings.Entered, words.Headings.Result }.Select(HtmlParts.Column)],
        comparisons.Select(comparison => new HtmlRow(comparison.Name, [
            anchors.ToEvidence(comparison.Evidence),
            comparison.ReadAt is null ? comparison.Says : Html.All([comparison.Says, crops.Of(comparison)]),
            comparison.Entered ?? Visible.Word(words.Headings.NotReadBack),
            comparison.Agrees ? Html.Of("span", "✓ ", words.Headings.Agrees).Class("yes") : Html.Of("span", "✗ ", words.Headings.Differs).Class("no"),
        ])));

    private Html Note(VisibleText note) => Html.Of(
        "figure",
        Html.Of("figcaption", words.Headings.AgentsWords),
        Html.Of("blockquote", Html.Of("p", note)));
}
