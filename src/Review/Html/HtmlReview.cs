using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>
/// The review as one HTML file for whoever signs: the facts with their documents beside them. It holds all that it shows,
/// loads nothing from anywhere, runs no script, and reads the same on a desk, a phone, on paper and aloud.
/// </summary>
public static class HtmlReview
{
    /// <summary>The whole file, to be written as UTF-8 without a mark.</summary>
    /// <param name="page">The page of <paramref name="loaded"/>'s changeset.</param>
    /// <param name="loaded">Where the documents' bytes come from, checked against their digests.</param>
    public static string Of(ReviewPage page, LoadedChangeset loaded) => PageOf(page, loaded).ToString();

    /// <summary>The same, for a site to put its own around it.</summary>
    public static HtmlPage PageOf(ReviewPage page, LoadedChangeset loaded)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(loaded);
        return PageOf(page, DocumentShelf.Of(loaded));
    }

    internal static string Of(ReviewPage page, DocumentShelf shelf) => PageOf(page, shelf).ToString();

    private static HtmlPage PageOf(ReviewPage page, DocumentShelf shelf)
    {
        var words = page.Words;
        var anchors = new Anchors(page);
        var documents = new HtmlDocuments(shelf, words);
        var crops = new HtmlCrops(page);
        var shown = new HtmlOperation(anchors, crops, words);
        var evidence = HtmlEvidence.Of(page, documents, words);
        return new HtmlPage(words.Language, page.Title.ToString(), [
            crops.Pages,
            HtmlHeader.Of(page, words),
            Html.Of(
                "main",
                new HtmlCards(page).All,
                HtmlWarnings.Of(page, anchors),
                Html.Of(
                    "section",
                    Html.Of("h2", Words.Counted(words.Headings.Operations, page.Operations.Length)).With("id", "operations-h"),
                    Html.All(page.Operations.Select((operation, i) => shown.Of(operation, Anchors.Operation(i)))))
                    .With("id", Anchors.Operations).With("aria-labelledby", "operations-h").With("tabindex", "-1"),
                HtmlHeader.RecordOf(page, shelf, words)),
            evidence,
        ])
        {
            Skip = Html.Of("a", words.Headings.SkipToOperations).LinkTo(Anchors.Operations).Class("skip"),
            Policy = ContentPolicy.Still with
            {
                HoldsPictures = documents.HoldsPictures || crops.HoldsPictures,
                HoldsPdfs = documents.HoldsPdfs,
            },
        };
    }
}
