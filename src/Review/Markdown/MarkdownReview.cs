namespace DolibarrAgent.Review;

/// <summary>
/// The review as Markdown, fit for a pull request's comment: the whole of it, or, where a forge would not take so much, a
/// few lines that say that it is not the review. It is never cut: what is left out could be the one thing that matters.
/// </summary>
public static class MarkdownReview
{
    /// <summary>What GitHub takes in one comment, in UTF-16 characters.</summary>
    public const int CommentLimit = 65_536;

    private const int SmallestLimit = 2_000;

    /// <param name="page">What to show, in its language.</param>
    /// <param name="limit">In UTF-16 characters, at least 2,000.</param>
    public static MarkdownResult Of(ReviewPage page, int limit = CommentLimit)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, SmallestLimit);
        var text = Whole(page);
        return text.Length <= limit ? new MarkdownResult.Whole(text) : new MarkdownResult.TooLong(Notice(page, text.Length, limit), text.Length, limit);
    }

    private static string Whole(ReviewPage page)
    {
        var (words, headings, lines) = (page.Words, page.Words.Headings, new MarkdownLines());
        lines.Heading(1, Words.Own(headings.Review).And(page.Title));
        if (page.RecordedBy is { } recorded)
        {
            lines.Strong(recorded);
        }
        lines.Facts(page.Recorded.Insert(0, new ReviewFact(Words.Own(headings.Changeset), page.Id)));
        lines.Quoted(Words.Own(headings.CodeIsData).And(Words.Own(headings.Marks)));
        if (page.ReadAgain is { } read)
        {
            lines.List([read]);
        }
        Warnings(page, lines);
        if (!page.Final.IsEmpty)
        {
            lines.Heading(2, Words.Counted(headings.CannotBeUndone, page.Final.Length));
            lines.List(page.Final.Select(final => final.Operation.And(final.Text)));
        }
        lines.Heading(2, Words.Counted(headings.Operations, page.Operations.Length));
        foreach (var operation in page.Operations)
        {
            MarkdownOperation.Write(operation, words, lines);
        }
        lines.Heading(2, Words.Counted(headings.Evidence, page.Evidence.Length));
        foreach (var evidence in page.Evidence)
        {
            Evidence(evidence, headings, lines);
        }
        return lines.ToString();
    }

    private static void Warnings(ReviewPage page, MarkdownLines lines)
    {
        var warnings = WarningInWords.Of(page);
        if (warnings.IsEmpty)
        {
            return;
        }
        lines.Heading(2, Words.Counted(page.Words.Headings.LookFirst, warnings.Length));
        lines.Nested(warnings.Select(warning => new MarkdownItem(warning.Head, warning.Texts)));
    }

    private static void Evidence(ReviewEvidence evidence, Headings headings, MarkdownLines lines)
    {
        lines.Heading(3, evidence.Id.And(evidence.Heading));
        lines.Facts(evidence.Facts);
        if (!evidence.Says.IsEmpty)
        {
            lines.Strong(Words.Own(headings.ItSays));
            lines.Facts(evidence.Says);
        }
    }

    private static string Notice(ReviewPage page, int characters, int limit)
    {
        var (say, lines) = (page.Words.Say, new MarkdownLines());
        lines.Heading(1, Words.Own(page.Words.Headings.NotTheReview));
        lines.Facts([new ReviewFact(Words.Own(page.Words.Headings.Changeset), page.Id)]);
        lines.Strong(say.TooLong(characters, limit));
        lines.List([say.Holds(page.Operations.Length, page.Warnings.Length, page.Final.Length), say.ReadElsewhere]);
        return lines.ToString();
    }
}

/// <summary>The review in Markdown, or that it does not fit. Closed.</summary>
public abstract record MarkdownResult
{
    private MarkdownResult(string text) => Text = text;

    /// <summary>What may be posted: the review, or a notice in its place.</summary>
    public string Text { get; }

    /// <summary>All of it.</summary>
    public sealed record Whole : MarkdownResult
    {
        internal Whole(string text)
            : base(text)
        {
        }
    }

    /// <summary>Nothing of it: a notice with how long it is.</summary>
    public sealed record TooLong : MarkdownResult
    {
        internal TooLong(string text, int characters, int limit)
            : base(text) => (Characters, Limit) = (characters, limit);

        /// <summary>How many UTF-16 characters the review has.</summary>
        public int Characters { get; }

        /// <summary>How many were allowed.</summary>
        public int Limit { get; }
    }
}
