using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>What the page is about: the title, what it is, when, where and by what it was recorded, and its digest.</summary>
internal static class HtmlHeader
{
    public static Html Of(ReviewPage page, DocumentShelf shelf, Words words) => Html.Of(
        "header",
        Html.Of("p", words.Headings.Review).Class("kicker"),
        Html.Of("h1", page.Title),
        Html.All(page.RecordedBy is { } recorded ? [Html.Of("p", recorded).Class(page.IsRecorderKnown ? "lead" : "alarm")] : []),
        Html.Of("p", words.Headings.WhatThisIs).Class("lead"),
        HtmlParts.Facts([
            new HtmlFact(words.Headings.Changeset, page.Id),
            .. page.Recorded.Select(HtmlParts.Fact),
            new HtmlFact(words.Headings.ChangesetDigest, Digits(shelf.Changeset)),
        ]),
        page.ReadAgain is { } read ? Html.Of("p", read) : VisibleText.None,
        Html.Of("p", words.Headings.Marks).Class("quiet"));

    /// <summary>All digits, to be compared with others.</summary>
    public static Html Digits(Digest digest) => Html.Of("code", digest.Hex);
}
