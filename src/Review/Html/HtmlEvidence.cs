using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>The evidence beside the facts: each document as a browser shows it, what is known of it and what it says.</summary>
internal static class HtmlEvidence
{
    public static Html Of(ReviewPage page, HtmlDocuments documents, Words words)
    {
        var shown = page.Evidence.Select((evidence, i) => (Evidence: evidence, Anchor: Anchors.Evidence(i), View: documents.Of(i)));
        return Html.Of("aside", [
            Html.Of("h2", Words.Counted(words.Headings.Evidence, page.Evidence.Length)).With("id", "evidence-h"),
            // What can be looked at comes first; the others are there for whoever wants to know.
            .. shown.OrderBy(one => one.View.IsPicture ? 0 : 1).Select(one => One(one.Evidence, one.Anchor, one.View, words)),
        ]).With("aria-labelledby", "evidence-h").With("tabindex", "0");
    }

    private static Html One(ReviewEvidence evidence, string anchor, DocumentView view, Words words) => Html.Of("section", [
        Html.Of("h3", Html.Of("span", evidence.Id).Class("id"), " ", evidence.Heading).With("id", $"{anchor}-h"),
        .. view.Parts,
        HtmlParts.Facts([.. evidence.Facts.Select(HtmlParts.Fact), .. view.Blob is { } blob ? [new HtmlFact(words.Headings.AllDigits, HtmlHeader.Digits(blob))] : ImmutableArray<HtmlFact>.Empty]),
        .. evidence.Says.IsEmpty ? ImmutableArray<Html>.Empty : [Says(evidence.Says, words)],
    ]).Class("document").With("id", anchor).With("aria-labelledby", $"{anchor}-h").With("tabindex", "-1");

    private static Html Says(ImmutableArray<ReviewFact> says, Words words) => HtmlParts.Table(
        words.Headings.ReadWithoutModel,
        [HtmlParts.Column(words.Headings.Field), HtmlParts.Column(words.Headings.ItSays)],
        says.Select(fact => new HtmlRow(fact.Name, [fact.Value])));
}

/// <summary>One document as the page shows it.</summary>
/// <param name="Blob">The digest of its bytes; null for evidence that has none.</param>
/// <param name="IsPicture">Whether it is shown as it looks.</param>
internal sealed record DocumentView(Digest? Blob, bool IsPicture, ImmutableArray<Html> Parts);
