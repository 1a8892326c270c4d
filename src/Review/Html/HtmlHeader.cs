using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>What the page is about, in a few words; and at its end what proves what it is.</summary>
internal static class HtmlHeader
{
    public static Html Of(ReviewPage page, Words words) => Html.Of(
        "header",
        Html.Of("p", words.Headings.Review).Class("kicker"),
        Html.Of("h1", page.Title),
        Html.All(page.RecordedBy is { } recorded ? [Html.Of("p", recorded).Class(page.IsRecorderKnown ? "lead" : "alarm")] : []));

    /// <summary>When, where and by what it was recorded, and its digest: for whoever wants to compare.</summary>
    public static Html RecordOf(ReviewPage page, DocumentShelf shelf, Words words) => Html.Of(
        "section",
        Html.Of("h2", CardWords.Record.In(words.Language)).With("id", "record-h"),
        Html.Of("p", words.Headings.WhatThisIs).Class("quiet"),
        page.ReadAgain is { } read ? Html.Of("p", read).Class("quiet") : Html.None,
        Html.Of("p", words.Headings.Marks).Class("quiet"),
        Html.Of("details",
            Html.Of("summary", $"{words.Headings.Changeset}, {words.Headings.ChangesetDigest}"),
            HtmlParts.Facts([
                new HtmlFact(words.Headings.Changeset, page.Id),
                .. page.Recorded.Select(HtmlParts.Fact),
                new HtmlFact(words.Headings.ChangesetDigest, Digits(shelf.Changeset)),
            ])).With("aria-label", CardWords.Record.In(words.Language))).Class("record").With("aria-labelledby", "record-h");

    /// <summary>All digits, to be compared with others.</summary>
    public static Html Digits(Digest digest) => Html.Of("code", digest.Hex);
}
