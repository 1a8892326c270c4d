using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>What came of reading the pages of a document.</summary>
public abstract record PagesRead
{
    private PagesRead()
    {
    }

    /// <summary>They were read.</summary>
    /// <param name="Pages">All pages of the document, in order; one on which nothing was found has no words.</param>
    public sealed record Done(ImmutableArray<Page> Pages) : PagesRead
    {
        /// <summary>Why words of some pages are missing though they show some; null where none are.</summary>
        public Refusal? Missing { get; init; }

        /// <summary>The numbers of the pages that <see cref="Missing"/> is about.</summary>
        public ImmutableArray<int> Unread { get; init; } = [];
    }

    /// <summary>Nothing was read.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    public sealed record Refused(Refusal Reason) : PagesRead;
}
